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
  command -v sqlite3 >/dev/null && peers+=" sqlite3"
  command -v rg >/dev/null && peers+=" rg"
  echo "$peers"
}

# Which of the peers take part where. dateline comes first, so that ratios are to it.
systems_for() {
  local group=$1 peer
  echo dateline
  [ "$group" = bulk ] && echo dateline-all
  for peer in $peers; do
    case $group:$peer in
      bulk:xapian) printf 'xapian\nxapian-1000\n' ;;
      bulk:lucene) printf 'lucene\nlucene-all\n' ;;
      bulk:sqlite3 | bulk:rg | update:sqlite3 | update:rg) ;;
      bulk:* | update:*) echo "$peer" ;;
      queries:fts5 | queries:xapian | queries:lucene) echo "$peer" ;;
      process:xapian) printf 'quest\nquest-dateline\n' ;;
      process:recoll) echo recollq ;;
      process:sqlite3 | process:rg) echo "$peer" ;;
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

# index_command SYSTEM ARTICLES FOLDER: makes a new index in an empty folder.
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
    recoll)
      printf '%s\n' "topdirs = $articles" "indexstemminglanguages = english" "noaspell = 1" "loglevel = 2" \
        >"$folder/recoll.conf"
      command=(recollindex -c "$folder" -z) ;;
  esac
}

# update_command SYSTEM ARTICLES FOLDER: brings the index in step with the folder of articles.
update_command() {
  index_command "$@"
  case $1 in
    fts5 | xapian | lucene) command=("${command[@]/#index/update}") ;;
    recoll) command=(recollindex -c "$3") ;;
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

# process_command SYSTEM: one query, any of its words, as bench_process fills it in. dateline and sqlite3 print
# ten passages, quest and recollq ten hits with the stored beginning of the text, rg the names of all files that match.
process_command() {
  local sql="SELECT article.path, text.title, snippet(text, 1, '*', '*', '...', 40) FROM text
    JOIN article ON article.id = text.rowid WHERE text MATCH '{OR}' ORDER BY text.rank LIMIT 10"
  local quest=(quest -s english -m 10 --default-op=or)
  case $1 in
    dateline) command=("$build/searcher/dateline-search" --index "$work/index/dateline" --any '{words}') ;;
    quest) command=("${quest[@]}" -d "$work/index/xapian" '{words}') ;;
    quest-dateline) command=("${quest[@]}" -d "$work/index/dateline" '{words}') ;;
    recollq) command=(recollq -c "$work/index/recoll" -n 10 '{OR}') ;;
    sqlite3) command=(sqlite3 "$work/index/fts5/db" "$sql") ;;
    rg) command=(rg -j1 -l -i -w -e '{|}' "$articles") ;;
  esac
}
