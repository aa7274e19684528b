// SPDX-License-Identifier: GPL-2.0-or-later
// The kinds of nodes, as queries are typed, and of matchers, as they are matched. What each kind of
// matcher means is a row of the table of operators (operators.h).
#pragma once

namespace dateline {

/// Of a node of the tree.
enum class NodeKind {
    word,            ///< text; see `form`
    phrase,          ///< text: the words between the quotes
    sequence,        ///< words and groups side by side: all first, some after
    all,             ///< AND
    any,             ///< OR
    except,          ///< children[0] without children[1..]: a AND NOT b
    negated,         ///< -a: only as a child of a sequence
    near,            ///< children[0] w/n children[1], either order
    before,          ///< children[0] pre/n children[1]
    same_sentence,   ///< /s
    same_paragraph,  ///< /p
    not_near,        ///< children[0] not w/n children[1]: an occurrence with no such neighbour
    at_least,        ///< atleastN(children[0])
    first_words,     ///< firstN(children[0]): within the first n words of the body
    lead,            ///< lead:children[0]: in the first two paragraphs of the body
    headline_lead,   ///< hlead:
    capitals,        ///< caps(text): only where the article has it in capitals
    range,           ///< field:low..high, field:>low; see `days`, `low`, `high`
    stated,          ///< has:field; field named by `text`
};

/// Of a matcher.
enum class MatcherKind {
    term,           ///< one term of one field; see `form`
    all,            ///< every child, anywhere in the article
    any,            ///< some child
    except,         ///< children[0] without children[1..]
    phrase,         ///< children at consecutive positions
    near,           ///< two children at most `number` words apart, either order
    before,         ///< the same, in order
    same_sentence,  ///< two children
    same_paragraph,
    not_near,     ///< an occurrence of children[0] without children[1] at most `number` words away
    at_least,     ///< children[0] occurs at least `number` times
    first_words,  ///< children[0] within the first `number` words of the body
    lead,         ///< children[0] in the first two paragraphs of the body
    headline_lead,  ///< the same, or in the title
    capitals,       ///< children[0] where the text has `text` in capitals
    accents,        ///< children[0] where the text has the letters of `text`, accents and all
    range,          ///< see `days`, `low`, `high`
    stated,         ///< the field named by `text` is known
    nothing,        ///< matches no article (a wildcard without expansions)
    everything,
};

}  // namespace dateline
