# shellcheck shell=bash disable=SC2034,SC2154  # its variables come from and go to `run`
# Sourced by run: Dateline and its peers, and how each is called. A system's index is a folder of its own. The
# functions set the array `command`; what is to stay on one core begins with `on_one_core`.
#
# Expects: build (folder of the built programs), work, core.

# all_peers: the peers that are on this machine.
all_peers() {
  local peers="fts5 xapian"
  command -v javac >/dev/null && compgen -G '/usr/share/java/lucene-core-8.*.jar' >/dev/null && peers+=" lucene"
  command -v omindex >/dev/null && peers+=" omindex"
  command -v recollindex >/dev/null && peers+=" recoll"
  command -v notmuch >/dev/null && peers+=" notmuch"
  command -v mu >/dev/null && peers+=" mu"
  command -v sqlite3 >/dev/null && peers+=" sqlite3"
  command -v rg >/dev/null && peers+=" rg"
  echo "$peers"
}

# Which of the peers take part where. dateline comes first, so that ratios are to it.
systems_for() {
  local group=$1 peer
  echo dateline
  [ "$group" = bulk ] && echo dateline-all
  [ "$group" = process ] && echo dateline-titles
  for peer in $peers; do
    case $group:$peer in
      bulk:xapian) printf 'xapian\nxapian-1000\n' ;;
      bulk:lucene) printf 'lucene\nlucene-all\n' ;;
      bulk:sqlite3 | bulk:rg | update:sqlite3 | update:rg) ;;
      bulk:* | update:*) echo "$peer" ;;
      queries:fts5 | queries:xapian | queries:lucene) echo "$peer" ;;
      process:xapian) printf 'quest\nquest-dateline\n' ;;
      process:recoll) printf 'recollq\nrecollq-passages\n' ;;
      process:sqlite3) printf 'sqlite3\nsqlite3-titles\n' ;;
      process:notmuch | process:mu | process:rg) echo "$peer" ;;
    esac
  done
}

# prepare_peers: compiles what is not built with the project.
prepare_peers() {
  on_one_core=(taskset -c "$core")
  process=$build/tests/bench/bench_process
  case " $peers " in *" lucene "*) ;; *) return 0 ;; esac
  local part jars=()
  for part in core analyzers-common queryparser highlighter memory queries sandbox; do
    jars+=(/usr/share/java/lucene-"$part"-8.*.jar)
  done
  classes=$work/classes:$(IFS=: && echo "${jars[*]}")
  mkdir -p "$work/classes"
  javac -nowarn -Xlint:none -cp "$classes" -d "$work/classes" "$here/LuceneBench.java" 2>"$work/javac.log" ||
    { cat "$work/javac.log" >&2; return 1; }
  lucene=(java -Xmx2g -cp "$classes" LuceneBench)
}

# as_mail ARTICLES: the Maildir with the same articles, for the peers that read mail.
as_mail() { echo "$work/mail$1"; }

# prepare_mail ARTICLES: brings that Maildir in step, if a peer needs it.
prepare_mail() {
  case " $peers " in *" notmuch "* | *" mu "* | *" recoll-mail "*) ;; *) return 0 ;; esac
  python3 "$here/make_mail.py" "$1" "$(as_mail "$1")"
}

# index_command SYSTEM ARTICLES FOLDER: makes a new index in an empty folder. mu's is set up here, empty.
index_command() {
  local articles=$2 folder=$3
  case $1 in
    dateline) command=("$build/indexer/dateline-index" --quiet --jobs 1 --index "$folder" "$articles") ;;
    dateline-all) command=("$build/indexer/dateline-index" --quiet --index "$folder" "$articles") ;;
    fts5) command=("$build/tests/bench/bench_sqlite" index "$articles" "$folder/db") ;;
    xapian) command=("$build/tests/bench/bench_xapian" index "$articles" "$folder") ;;
    xapian-1000)
      command=(env XAPIAN_FLUSH_THRESHOLD=1000 "$build/tests/bench/bench_xapian" index "$articles" "$folder") ;;
    lucene) command=("${lucene[@]}" index "$articles" "$folder") ;;
    lucene-all) command=("${lucene[@]}" index "$articles" "$folder" "$(nproc)") ;;
    omindex) command=(omindex --db "$folder" --url / --mime-type=md:text/plain "$articles") ;;
    recoll | recoll-mail)
      [ "$1" = recoll ] || articles=$(as_mail "$articles")
      printf '%s\n' "topdirs = $articles" "indexstemminglanguages = english" "noaspell = 1" "loglevel = 2" \
        >"$folder/recoll.conf"
      command=(recollindex -c "$folder" -z) ;;
    notmuch)
      printf '%s\n' "[database]" "path=$folder" "mail_root=$(as_mail "$articles")" >"$folder/config"
      command=(notmuch --config="$folder/config" new --quiet) ;;
    mu)
      [ -d "$folder/xapian" ] || mu init --quiet --muhome="$folder" --maildir="$(as_mail "$articles")"
      command=(mu index --quiet --muhome="$folder") ;;
  esac
}

# update_command SYSTEM ARTICLES FOLDER: brings the index in step with the folder of articles.
update_command() {
  index_command "$@"
  case $1 in
    fts5 | xapian | lucene) command=("${command[@]/#index/update}") ;;
    recoll | recoll-mail) command=(recollindex -c "$3") ;;
  esac
}

# search_command SYSTEM FOLDER SET_FILE KIND [passages]
search_command() {
  local folder=$2
  case $1 in
    dateline) command=("$build/tests/bench/bench_dateline" search "$folder") ;;
    fts5) command=("$build/tests/bench/bench_sqlite" search "$folder/db") ;;
    xapian) command=("$build/tests/bench/bench_xapian" search "$folder") ;;
    lucene) command=("${lucene[@]}" search "$folder") ;;
  esac
  command+=("${@:3}")
}

# process_command SYSTEM KIND: one query as its users type it, with {words} and the like for bench_process to fill in. Of
# several words all are asked of the peers, any of them where KIND is `or`; of Dateline any, in the order of its ranking.
# dateline, recollq-passages and sqlite3 print ten passages, those with -titles, notmuch and mu ten titles, quest and
# recollq ten hits with the stored beginning of the text, rg the names of all files that match.
process_command() {
  local words='{words}' any='{words}' alternatives='{|}' default_op=and
  case $2 in
    phrase) words='"{words}"' any=$words alternatives='{words}' ;;
    or) any='{OR}' default_op=or ;;
  esac
  local from="FROM text JOIN article ON article.id = text.rowid WHERE text MATCH '$any' ORDER BY text.rank LIMIT 10"
  local dateline=("$build/searcher/dateline-search" --index "$work/index/dateline")
  local quest=(quest -s english -m 10 --default-op="$default_op")
  case $1 in
    dateline) command=("${dateline[@]}" "$words") ;;
    dateline-titles) command=("${dateline[@]}" --passages 0 "$words") ;;
    quest) command=("${quest[@]}" -d "$work/index/xapian" "$words") ;;
    quest-dateline) command=("${quest[@]}" -d "$work/index/dateline" "$words") ;;
    recollq) command=(recollq -c "$work/index/recoll" -n 10 "$any") ;;
    recollq-passages) command=(recollq -c "$work/index/recoll" -n 10 -A -g 1 "$any") ;;
    notmuch) command=(notmuch --config="$work/index/notmuch/config" search --limit=10 "$any") ;;
    mu) command=(mu find --muhome="$work/index/mu" -n 10 "$any") ;;
    sqlite3)
      command=(sqlite3 "$work/index/fts5/db" "SELECT article.path, text.title, snippet(text, 1, '*', '*', '...', 40) $from") ;;
    sqlite3-titles) command=(sqlite3 "$work/index/fts5/db" "SELECT article.path, text.title $from") ;;
    rg) command=(rg -j1 -l -i -w -e "$alternatives" "$articles") ;;
  esac
}
