# Sourced by ./demo and ./check: installs the Debian packages that are missing. Does nothing, quickly, when
# all are there.

dateline_packages="
  cmake g++ ninja-build pkg-config ca-certificates
  libxapian-dev xapian-tools
  libboost-dev libboost-program-options-dev
  doctest-dev
  libyaml-cpp-dev libtomlplusplus-dev libmd4c-dev libxml2-dev nlohmann-json3-dev
  libutf8proc-dev libcld2-dev libstemmer-dev libfmt-dev libxxhash-dev libzstd-dev libdeflate-dev zlib1g-dev
  libbrotli-dev libzip-dev libpoppler-cpp-dev
  libsqlite3-dev python3 valgrind
  dpkg-dev file
"

ensure_packages() {
  missing=
  for package in $dateline_packages; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) || status=
    [ "$status" = "install ok installed" ] || missing="$missing $package"
  done
  [ -z "$missing" ] || install_packages $missing || {
    echo "hint: install them as root: apt-get update && apt-get install --no-install-recommends$missing" >&2
    return 1
  }
}

# sudo hands on no environment, what apt says is read below, and whatever it runs must not read what is meant for us.
apt_as_root() {
  set -- env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -o DPkg::Lock::Timeout=300 "$@"
  [ "$(id -u)" -eq 0 ] || set -- sudo "$@"
  "$@" </dev/null
}

# May the user become root, having been told why?
may_install() {
  [ "$(id -u)" -ne 0 ] || return 0
  command -v sudo >/dev/null || { echo "missing packages: you are not root, and there is no sudo" >&2; return 1; }
  sudo -n true 2>/dev/null && return 0
  echo "sudo may ask for your password, to install them."
  sudo -v || { echo "missing packages: sudo does not let you install them" >&2; return 1; }
}

install_packages() {
  echo "Debian's packages that are missing:"
  echo "$*" | fold -s -w 76 | sed 's/^/  /'
  may_install || return 1
  mkdir -p build
  log=build/packages.log
  echo "Reading Debian's lists of packages."
  apt_as_root update -qq >$log 2>&1 || true  # one source of many that is away need not matter
  # --assume-no ends with 1 where it would have gone on.
  apt_as_root install --assume-no --no-install-recommends "$@" >>$log 2>&1 || true
  if grep -E '^(Need to get|After this)' $log; then
    echo "Installing them: a few minutes. What apt says goes to $log."
    apt_as_root install -y -qq --no-install-recommends "$@" >>$log 2>&1 && return
  fi
  grep -E '^[EW]: ' $log | head -n 5 >&2
  echo "the packages could not be installed: is this machine online?" >&2
  return 1
}

# build PRESET [TARGET...]: configures and builds in build/PRESET.
build() {
  preset=$1
  shift
  ensure_packages || return 1
  if [ ! -f "build/$preset/build.ninja" ]; then
    minutes=6
    [ $# -gt 0 ] || minutes=10  # with the tests
    echo "Building in build/$preset: about $minutes minutes on two cores this first time."
    cmake --preset "$preset" >/dev/null || return 1
  fi
  cmake --build --preset "$preset" ${1:+--target "$@"}
}
