# Completions where each shell looks for them, which depends on the prefix: Debian's zsh has a folder for packages and
# another for what is installed by hand, and its fish looks below /usr/local only if a desktop set XDG_DATA_DIRS, but
# always in the administrator's folder.
set(bash_folder ${CMAKE_INSTALL_PREFIX}/share/bash-completion/completions)
set(zsh_folder ${CMAKE_INSTALL_PREFIX}/share/zsh/site-functions)
set(fish_folder ${CMAKE_INSTALL_PREFIX}/share/fish/vendor_completions.d)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  set(zsh_folder /usr/share/zsh/vendor-completions)
elseif(CMAKE_INSTALL_PREFIX STREQUAL "/usr/local")
  set(fish_folder /etc/fish/completions)
endif()

foreach(program dateline-index dateline-search dateline-web dateline-browse)
  file(INSTALL ${generated}/${program} DESTINATION ${bash_folder})
  file(INSTALL ${generated}/_${program} DESTINATION ${zsh_folder})
  file(INSTALL ${generated}/${program}.fish DESTINATION ${fish_folder})
endforeach()
