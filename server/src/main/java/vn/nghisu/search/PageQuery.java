package vn.nghisu.search;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * A {@link Wanted} as a query over pages. Scores are sums of fixed steps, which the contents of other papers can't change: what
 * somebody may not see must not show in the order of what he sees.
 */
final class PageQuery {
    static final String SHA256 = "sha256";
    static final String PLAIN = "plain";
    static final String MARKED = "marked";

    /** All words with the same accents, wherever they stand; more than any nearness without them. */
    static final float SAME_ACCENTS = 8;
    private static final float SIDE_BY_SIDE_WITH_ACCENTS = 16;
    private static final float SIDE_BY_SIDE = 4;
    private static final float NEAR = 2;
    /** Words between the first and the last that still count as near. */
    private static final int NEAR_WORDS = 8;

    private PageQuery() {}

    static Query of(Wanted wanted, Collection<String> papers) {
        BooleanQuery.Builder all = new BooleanQuery.Builder()
                .add(new TermInSetQuery(SHA256, papers.stream().map(BytesRef::new).toList()), Occur.FILTER)
                .add(words(wanted, wanted.exact()), Occur.FILTER);
        List<Syllable> loose = wanted.loose();
        if (wanted.marked() && !wanted.exact()) {
            all.add(worth(words(wanted, true), SAME_ACCENTS), Occur.SHOULD);
        }
        if (loose.size() > 1) {
            if (wanted.marked()) {
                all.add(worth(phrase(MARKED, loose, Syllable::marked, 0), SIDE_BY_SIDE_WITH_ACCENTS), Occur.SHOULD);
            }
            all.add(worth(phrase(PLAIN, loose, Syllable::plain, 0), SIDE_BY_SIDE), Occur.SHOULD);
            all.add(worth(phrase(PLAIN, loose, Syllable::plain, NEAR_WORDS), NEAR), Occur.SHOULD);
        }
        return all.build();
    }

    private static Query words(Wanted wanted, boolean marked) {
        String field = marked ? MARKED : PLAIN;
        Function<Syllable, String> form = marked ? Syllable::marked : Syllable::plain;
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        wanted.phrases().forEach(phrase -> all.add(phrase(field, phrase, form, 0), Occur.FILTER));
        for (int i = 0; i < wanted.loose().size(); i++) {
            Term term = new Term(field, form.apply(wanted.loose().get(i)));
            all.add(wanted.isPrefix(i) && !marked ? new PrefixQuery(term) : new TermQuery(term), Occur.FILTER);
        }
        return all.build();
    }

    private static Query phrase(String field, List<Syllable> words, Function<Syllable, String> form, int slop) {
        return new PhraseQuery(slop, field, words.stream().map(form).toArray(String[]::new));
    }

    private static Query worth(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
