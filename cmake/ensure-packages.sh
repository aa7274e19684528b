# Sourced by ./demo and ./check: installs the Debian packages that are missing. Does nothing, quickly, when
# all are there.

dateline_packages="
  cmake g++ ninja-build pkg-config ca-certificates
  libxapian-dev xapian-tools
  libboost-dev libboost-program-options-dev
  doctest-dev
  libyaml-cpp-dev libtomlplusplus-dev libmd4c-dev libxml2-dev nlohmann-json3-dev
  libutf8proc-dev libcld2-dev libfmt-dev libxxhash-dev libzstd-dev libdeflate-dev zlib1g-dev
  libbrotli-dev libzip-dev libpoppler-cpp-dev
  libsqlite3-dev python3 valgrind
"

ensure_packages() {
  missing=
  for package in $dateline_packages; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) || status=
    [ "$status" = "install ok installed" ] || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "missing packages:$missing" >&2
      echo "hint: install them as root: apt-get install$missing" >&2
      return 1
    }
    as_root=sudo
  fi
  echo "Installing:$missing"
  $as_root apt-get update -qq || return 1
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing \
    >/dev/null || return 1
}

# build PRESET [TARGET...]: configures and builds in build/PRESET.
build() {
  preset=$1
  shift
  ensure_packages || return 1
  if [ ! -f "build/$preset/build.ninja" ]; then
    cmake --preset "$preset" >/dev/null || return 1
  fi
  cmake --build --preset "$preset" ${1:+--target "$@"}
}
