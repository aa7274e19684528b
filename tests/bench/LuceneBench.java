// SPDX-License-Identifier: GPL-2.0-or-later
// Lucene as a peer, with its English analyzer and no stop words. `run` compiles it if a JDK and
// Debian's liblucene8-java are there.
//     LuceneBench index ARTICLES_DIR INDEX [THREADS]
//     LuceneBench update ARTICLES_DIR INDEX
//     LuceneBench search INDEX SET_FILE KIND [passages]
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

public class LuceneBench {
    static final int PAGE = 10;
    static final int PASSAGE_CHARS = 240;
    // The compiler of the virtual machine needs more passes than programs that come compiled.
    static final int WARM_PASSES = 3;
    static final Set<String> SHOWN = Collections.singleton("title");
    static final Analyzer ANALYZER = new EnglishAnalyzer(CharArraySet.EMPTY_SET);

    public static void main(String[] words) throws Exception {
        if (words.length >= 3 && words[0].equals("index")) {
            makeIndex(words[1], words[2], words.length > 3 ? Integer.parseInt(words[3]) : 1);
        } else if (words.length == 3 && words[0].equals("update")) {
            updateIndex(words[1], words[2]);
        } else if (words.length >= 4 && words[0].equals("search")) {
            search(words[1], words[2], words[3], words.length > 4);
        } else {
            System.err.println("usage: index DIR INDEX [THREADS] | update DIR INDEX"
                    + " | search INDEX SET_FILE KIND [passages]");
            System.exit(2);
        }
    }

    // ---- articles

    static List<Path> articlePaths(String folder) throws IOException {
        try (Stream<Path> paths = Files.walk(Paths.get(folder))) {
            return paths.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }

    static long modified(Path path) throws IOException {
        return Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS);
    }

    static String unquoted(String value) {
        if (value.length() < 2 || value.charAt(0) != '"') return value;
        return value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    static long day(String date) {
        return Long.parseLong(date.substring(0, 10).replace("-", ""));
    }

    static Document readArticle(Path path) throws IOException {
        String text = Files.readString(path);
        int end = text.indexOf("\n---\n", 3);
        Map<String, String> head = new HashMap<>();
        for (String line : text.substring(4, end).split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) head.put(line.substring(0, colon), unquoted(line.substring(colon + 2)));
        }
        return document(path, head, text.substring(end + 5).stripLeading());
    }

    /** Title and body go into one field to search, as the other peers have it. */
    static Document document(Path path, Map<String, String> head, String body) throws IOException {
        Document document = new Document();
        document.add(new StringField("path", path.toString(), Field.Store.YES));
        document.add(new BinaryDocValuesField("path", new BytesRef(path.toString())));
        document.add(new NumericDocValuesField("modified", modified(path)));
        String title = head.getOrDefault("title", "");
        document.add(new StoredField("title", title));
        document.add(new TextField("text", title, Field.Store.NO));
        document.add(new TextField("text", body, Field.Store.YES));
        document.add(new StringField("outlet", head.getOrDefault("outlet", ""), Field.Store.YES));
        for (String name : new String[] {"category", "source", "url"}) {
            document.add(new StoredField(name, head.getOrDefault(name, "")));
        }
        if (head.containsKey("published")) {
            document.add(new LongPoint("day", day(head.get("published"))));
            document.add(new NumericDocValuesField("day", day(head.get("published"))));
            document.add(new StoredField("published", head.get("published")));
        }
        return document;
    }

    // ---- indexing

    static IndexWriter writer(String folder, IndexWriterConfig.OpenMode mode, double bufferMb)
            throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(ANALYZER);
        config.setOpenMode(mode);
        config.setRAMBufferSizeMB(bufferMb);
        return new IndexWriter(FSDirectory.open(Paths.get(folder)), config);
    }

    static void makeIndex(String articles, String folder, int threads) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (IndexWriter writer = writer(folder, IndexWriterConfig.OpenMode.CREATE, 512)) {
            List<Future<Long>> added = new ArrayList<>();
            for (Path path : articlePaths(articles)) {
                added.add(workers.submit(() -> writer.addDocument(readArticle(path))));
            }
            for (Future<Long> one : added) one.get();
            writer.commit();
        } finally {
            workers.shutdown();
        }
    }

    static Map<String, Long> knownFiles(String folder) throws IOException {
        Map<String, Long> known = new HashMap<>();
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Paths.get(folder)))) {
            for (LeafReaderContext leaf : reader.leaves()) {
                BinaryDocValues path = leaf.reader().getBinaryDocValues("path");
                NumericDocValues modified = leaf.reader().getNumericDocValues("modified");
                Bits live = leaf.reader().getLiveDocs();
                while (path.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    modified.advance(path.docID());
                    if (live != null && !live.get(path.docID())) continue;
                    known.put(path.binaryValue().utf8ToString(), modified.longValue());
                }
            }
        }
        return known;
    }

    static void updateIndex(String articles, String folder) throws IOException {
        Map<String, Long> known = knownFiles(folder);
        List<Path> changed = new ArrayList<>();
        for (Path path : articlePaths(articles)) {
            Long before = known.remove(path.toString());
            if (before == null || before != modified(path)) changed.add(path);
        }
        if (changed.isEmpty() && known.isEmpty()) return;
        try (IndexWriter writer = writer(folder, IndexWriterConfig.OpenMode.APPEND, 64)) {
            for (Path path : changed) {
                writer.updateDocument(new Term("path", path.toString()), readArticle(path));
            }
            for (String path : known.keySet()) writer.deleteDocuments(new Term("path", path));
            writer.commit();
        }
    }

    // ---- searching

    static Query query(String kind, String[] fields) throws Exception {
        QueryParser parser = new QueryParser("text", ANALYZER);
        if (kind.equals("and2")) parser.setDefaultOperator(QueryParser.Operator.AND);
        Query words = parser.parse(kind.equals("phrase") ? '"' + fields[0] + '"' : fields[0]);
        if (kind.equals("or_date")) {
            long first = day(fields[1]);
            long last = day(fields[2]);
            return filtered(words, new IndexOrDocValuesQuery(
                    LongPoint.newRangeQuery("day", first, last),
                    NumericDocValuesField.newSlowRangeQuery("day", first, last)));
        }
        if (kind.equals("or_outlet")) {
            return filtered(words, new TermQuery(new Term("outlet", fields[1])));
        }
        return words;
    }

    static Query filtered(Query words, Query filter) {
        return new BooleanQuery.Builder()
                .add(words, BooleanClause.Occur.MUST)
                .add(filter, BooleanClause.Occur.FILTER)
                .build();
    }

    static UnifiedHighlighter highlighter(IndexSearcher searcher) {
        UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, ANALYZER);
        highlighter.setMaxLength(100_000);
        highlighter.setBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                BreakIterator.getSentenceInstance(Locale.ROOT), PASSAGE_CHARS));
        return highlighter;
    }

    static void search(String folder, String file, String kind, boolean passages)
            throws Exception {
        IndexSearcher searcher =
                new IndexSearcher(DirectoryReader.open(FSDirectory.open(Paths.get(folder))));
        searcher.setQueryCache(null);
        UnifiedHighlighter highlighter = passages ? highlighter(searcher) : null;
        List<String> lines = Files.readAllLines(Paths.get(file));
        long[] times = new long[lines.size()];
        long hits = 0;
        long chars = 0;
        for (int pass = 0; pass <= WARM_PASSES; ++pass) {
            hits = 0;
            chars = 0;
            for (int i = 0; i < times.length; ++i) {
                long start = System.nanoTime();
                Query query = query(kind, lines.get(i).split("\t"));
                TopDocs found = searcher.search(query, PAGE);
                hits += found.scoreDocs.length;
                chars += shownChars(searcher, highlighter, query, found);
                times[i] = System.nanoTime() - start;
            }
        }
        print(times, hits, chars);
    }

    static long shownChars(IndexSearcher searcher, UnifiedHighlighter highlighter, Query query,
            TopDocs found) throws IOException {
        long chars = 0;
        for (ScoreDoc hit : found.scoreDocs) {
            chars += searcher.doc(hit.doc, SHOWN).get("title").length();
        }
        if (highlighter == null || found.scoreDocs.length == 0) return chars;
        for (String passage : highlighter.highlight("text", query, found, 1)) {
            if (passage != null) chars += passage.length();
        }
        return chars;
    }

    static void print(long[] times, long hits, long chars) {
        Arrays.sort(times);
        int last = times.length - 1;
        System.out.printf(Locale.ROOT,
                "mean=%.3f p50=%.3f p95=%.3f p99=%.3f queries=%d hits=%d bytes=%d%n",
                Arrays.stream(times).average().orElse(0) / 1e6, times[last * 50 / 100] / 1e6,
                times[last * 95 / 100] / 1e6, times[last * 99 / 100] / 1e6, times.length, hits,
                chars);
    }
}
