# Removes what `cmake --install` wrote: the files that MANIFEST lists, below $DESTDIR where that is set, and no folders,
# since others may have files in them.
if(NOT EXISTS "${MANIFEST}")
  message(FATAL_ERROR "nothing was installed from here: ${MANIFEST} is missing")
endif()

file(STRINGS "${MANIFEST}" files)
foreach(file IN LISTS files)
  set(file "$ENV{DESTDIR}${file}")
  if(EXISTS "${file}" OR IS_SYMLINK "${file}")
    file(REMOVE "${file}")  # which tells no failure
    if(EXISTS "${file}" OR IS_SYMLINK "${file}")
      message(FATAL_ERROR "cannot remove ${file}: perhaps only root may")
    endif()
    message("removed ${file}")
  else()
    message("already gone: ${file}")
  endif()
endforeach()
