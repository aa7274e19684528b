// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/article_writer.h"

namespace dateline {

void ArticleWriter::put(Article& article) {
    writer_.put(builder_.build(article), vocabulary_);
}

ArticleSink ArticleWriter::sink(bool keeps) {
    ArticleSink sink;
    sink.put = [this](Article& article) { put(article); };
    sink.taken = [this](const std::string& id) { return writer_.has(id); };
    if (keeps)
        sink.keep = [this](const KnownItem& item, std::uint32_t line) {
            writer_.move_to_line(item, line);
        };
    return sink;
}

void ArticleWriter::commit(IndexState& state) {
    for (const auto& [stem, form] : builder_.take_new_forms())
        writer_.add_form(vocabulary_.term(stem), vocabulary_.term(form));
    save_state(state, builder_.languages(),
               [this](const auto& key, const auto& value) { writer_.set_metadata(key, value); });
    writer_.set_metadata(std::string(length_column_key), writer_.lengths().encoded());
    writer_.commit();
}

}  // namespace dateline
