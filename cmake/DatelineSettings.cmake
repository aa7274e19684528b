# How our own code is compiled. Linked PRIVATE by our targets only, so that a library's headers or a newer
# compiler never break a user's build.

# What all of it is compiled with, and the programs that only run others, which need no sanitizers.
add_library(dateline_language INTERFACE)
target_compile_features(dateline_language INTERFACE cxx_std_20)
target_include_directories(dateline_language INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(dateline_language INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(dateline_settings INTERFACE)
target_link_libraries(dateline_settings INTERFACE dateline_language)
if(DATELINE_SANITIZE)
  target_compile_options(dateline_settings INTERFACE
    -fsanitize=${DATELINE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(dateline_settings INTERFACE -fsanitize=${DATELINE_SANITIZE})
endif()

add_library(dateline_warnings INTERFACE)
target_compile_options(dateline_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Woverloaded-virtual -Wnon-virtual-dtor
  -Wimplicit-fallthrough -Wold-style-cast
  $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op -Wduplicated-cond>
  # g++ 12 warns falsely of "x" + std::string at -O2 (GCC bug 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  $<$<BOOL:${DATELINE_WARNINGS_AS_ERRORS}>:-Werror>)
if(DATELINE_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Instrumented code keeps GCC from seeing what is initialized (its manual says so); <regex> warns falsely.
  target_compile_options(dateline_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
