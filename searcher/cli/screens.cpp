// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/screens.h"

namespace dateline {

// Lines of screens begin in column 1.
// clang-format off
Section screens_section() {
    return {
        .heading = "SCREENS",
        .paragraphs = {"Two hits; the places of several passages, with their lines; who wrote when; "
                       "advice where nothing is found; a query that is not understood. A ? stands "
                       "behind an outlet, author or day that the file does not state: it was "
                       "worked out from the text, the URL or the file's place; an outlet whose host "
                       "is known has none. (+3) behind a passage: three more match. The articles are "
                       "those that come with the program."},
        .screens = {
R"($ dateline-search -n2 'hegseth w/8 (threaten OR blacklist)'
 1  Anthropic rejects Pentagon terms over AI safeguards dispute
    outlet unknown · 2026-02-27
    ax22x3bewb3kg  corpus/000_1b0bc9f0c32a3fa6.txt:21
    *Hegseth* *Threatens* *Blacklist*; Pentagon Official Calls Amodei a 'Liar'
    (+1)

 2  The artificial intelligence startup Anthropic on Thursday rejected the
    Pentagon’s demand for…
    AzerNEWS? · Akbar Novruz? · 2026-02-27
    0javkb8r7jh1h  corpus/004_471783cd0c4da65b.txt:5
    The artificial intelligence startup Anthropic on Thursday rejected the
    Pentagon’s demand for unfettered access to its Claude AI model, suggesting
    it is willing to risk the serious penalties *threatened* by Defense
    Secretary Pete *Hegseth*, AzerNEWS reports via Politico. (+1)

1-2 of 3 articles; the next: --offset 2)",
R"($ dateline-search -n1 --passages 2 'surveil* /s american'
 1  The artificial intelligence startup Anthropic on Thursday rejected the
    Pentagon’s demand for…
    AzerNEWS? · Akbar Novruz? · 2026-02-27
    0javkb8r7jh1h  corpus/004_471783cd0c4da65b.txt:9
     9  In a Tuesday meeting with Hegseth, Amodei reiterated his red lines, a
        ban on the technology’s use to *surveil* *American* citizens or to
        empower autonomous weapons.
    15  In a statement, an Anthropic spokesperson, granted anonymity at the
        company’s insistence, said they received contract language from the
        Pentagon overnight that “made virtually no progress on preventing
        Claude’s use for mass *surveillance* of *Americans* or in fully
        autonomous weapons.”

1-1 of 5 articles; the next: --offset 1)",
R"($ dateline-search --timeline=day --by outlet pentagon
By day, and by outlet
              all  AzerNEWS  NPR  The Verge  others
  2026-02-26    2         ·    1          1       ·
  2026-02-27    3         1    ·          ·       2

5 articles)",
R"($ dateline-search --outlet bbc pentagn
no article matches 'pentagn'
no article has 'pentagn'; perhaps 'pentagon' (5 articles)
no article has outlet 'bbc')",
R"($ dateline-search 'pentagon (threaten OR blacklist'
dateline-search: this '(' is never closed
  pentagon (threaten OR blacklist
           ^
hint: type ) behind the group's last word)"},
    };
}
// clang-format on

}  // namespace dateline
