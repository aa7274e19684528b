# Every library the project uses, as an imported target. docs/dependencies.md says why each is there.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)

pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(zlib REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlidec)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(deflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(yaml_cpp REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(libxml2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(poppler_cpp REQUIRED IMPORTED_TARGET poppler-cpp)
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus)

# Debian's Xapian has a CMake file that sets variables only; its pkg-config file serves better.
pkg_check_modules(xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.18)

# libstemmer ships no pkg-config file.
find_library(STEMMER_LIBRARY stemmer REQUIRED)

# cld2 ships no pkg-config file.
find_library(CLD2_LIBRARY cld2 REQUIRED)
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
add_library(dateline_cld2 INTERFACE)
target_link_libraries(dateline_cld2 INTERFACE ${CLD2_LIBRARY})
target_include_directories(dateline_cld2 SYSTEM INTERFACE ${CLD2_INCLUDE_DIR})

if(DATELINE_BUILD_TESTS)
  find_package(SQLite3 REQUIRED)  # a peer in tests/bench
endif()
