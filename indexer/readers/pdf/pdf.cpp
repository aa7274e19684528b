// SPDX-License-Identifier: GPL-2.0-or-later
// PDF: what a process of its own makes of the bytes, as an article.
#include "indexer/readers/pdf/pdf.h"

#include "common/ascii.h"
#include "indexer/readers/pdf/helper_process.h"
#include "indexer/readers/pdf/pdf_article.h"
#include "indexer/readers/readers.h"

namespace dateline {

bool begins_pdf(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return ascii::trim(bytes.substr(0, 64)).starts_with("%PDF-");
}

Reading read_pdf(std::string_view bytes) {
    const HelperAnswer answer = run_pdf_helper(bytes);
    Reading reading = read_pdf_rows(answer.rows);
    switch (answer.ending) {
        case HelperAnswer::Ending::well:
            return reading;
        case HelperAnswer::Ending::killed:
            if (reading.articles.empty())
                return {{}, {{"", 0, "damaged: the program that reads PDF ended at it", true}}};
            return reading;
        case HelperAnswer::Ending::out_of_time:
            if (reading.articles.empty())
                return {{}, {{"", 0, "not read: it takes longer than a PDF may", true}}};
            return reading;
        case HelperAnswer::Ending::too_much:
            return {{}, {{"", 0, "not read: its text is larger than a PDF's may be", true}}};
    }
    return reading;
}

}  // namespace dateline
