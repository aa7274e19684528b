// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/xapian_writer.h"

#include "common/error.h"
#include "common/fields.h"
#include "common/folding.h"
#include "common/index_store.h"
#include "common/stored_article.h"
#include "indexer/files/generations.h"

namespace dateline {
namespace {

Xapian::Document to_xapian(const IndexedDocument& document, const Vocabulary& vocabulary) {
    Xapian::Document made;
    for (const Posting& posting : document.postings) {
        const std::string term(vocabulary.term(posting.term));
        made.add_term(term, posting.wdf);
        for (std::uint32_t i = 0; i < posting.position_count; ++i)
            made.add_posting(term, document.positions[posting.first_position + i], 0);
    }
    for (const SlotValue& value : document.values) made.add_value(value.slot, value.value);
    made.set_data(document.data);
    return made;
}

void replace_term(Xapian::Document& document, const std::string& before, const std::string& after) {
    auto term = document.termlist_begin();
    term.skip_to(before);
    if (term != document.termlist_end() && *term == before) document.remove_term(before);
    document.add_term(after, 0);
}

}  // namespace

void throw_writing_error(const std::string& folder, const Xapian::Error& error) {
    const std::string_view type = error.get_type();
    const char* const cause = error.get_error_string();
    std::string message = "cannot write index '" + folder + "': " + error.get_msg();
    if (cause != nullptr && *cause != '\0') message.append(" (").append(cause).append(")");
    if (type == "DatabaseCorruptError")
        throw Error(message, "build it anew with 'dateline-index --rebuild'");
    // Xapian says that it cannot be locked also where its lock file cannot be made.
    if (type == "DatabaseLockError" && has_writer(folder))
        throw Error(message, "another program is writing it; wait until it has finished",
                    status_busy);
    throw Error(
        message,
        "check the folder's permissions and the space on its disk, then try again; if these "
        "are right, 'dateline-index --rebuild'");
}

XapianWriter::XapianWriter(const std::string& folder, bool create) {
    try {
        database_ = Xapian::WritableDatabase(
            folder, Xapian::DB_BACKEND_GLASS | (create ? Xapian::DB_CREATE : Xapian::DB_OPEN));
        database_.begin_transaction();
    } catch (const Xapian::Error& error) {
        throw_writing_error(folder, error);
    }
}

Xapian::docid XapianWriter::docid_of(const std::string& id) const {
    const std::string term = make_term(id_prefix, id);
    const auto posting = database_.postlist_begin(term);
    return posting == database_.postlist_end(term) ? 0 : *posting;
}

void XapianWriter::put(const IndexedDocument& document, const Vocabulary& vocabulary) {
    const Xapian::Document made = to_xapian(document, vocabulary);
    Xapian::docid docid = docid_of(document.id);
    if (docid == 0)
        docid = database_.add_document(made);
    else
        database_.replace_document(docid, made);
    database_.set_metadata(text_key(docid), document.text);
}

void XapianWriter::remove(const std::string& id) {
    const Xapian::docid docid = docid_of(id);
    if (docid == 0) return;
    database_.delete_document(docid);
    database_.set_metadata(text_key(docid), "");
}

std::optional<Article> XapianWriter::article(const std::string& id) const {
    const Xapian::docid docid = docid_of(id);
    if (docid == 0) return std::nullopt;
    return decode_display(database_.get_document(docid).get_data());
}

void XapianWriter::relocate(const std::string& id, const Article& moved) {
    const Xapian::docid docid = docid_of(id);
    if (docid == 0) return;
    Xapian::Document document = database_.get_document(docid);
    const std::string before = decode_display(document.get_data()).path;
    replace_term(document, make_term(id_prefix, id), make_term(id_prefix, moved.id));
    const std::string_view prefix = field("path").prefix;
    replace_term(document, make_term(prefix, fold_value(before)),
                 make_term(prefix, fold_value(moved.path)));
    document.add_value(order_slot, order_key(moved));
    document.set_data(encode_display(moved));
    database_.replace_document(docid, document);
}

void XapianWriter::move_to_line(const KnownItem& item, std::uint32_t line) {
    const Xapian::docid docid = docid_of(item.id);
    if (docid == 0) return;
    Xapian::Document document = database_.get_document(docid);
    Article article = decode_display(document.get_data());
    decode_text(database_.get_metadata(text_key(docid)), article);
    const std::uint32_t by = line - item.line;  // modulo 2^32, so also upwards
    for (LineMark& mark : article.lines) mark.line += by;
    article.item_line = line;
    document.set_data(encode_display(article));
    document.add_value(item_slot, encode_item({item.id, item.hash, line}));
    database_.replace_document(docid, document);
    database_.set_metadata(text_key(docid), encode_text(article));
}

void XapianWriter::add_form(std::string_view stem, std::string_view form) {
    database_.add_synonym(std::string(stem), std::string(form));
}

void XapianWriter::set_metadata(const std::string& key, const std::string& value) {
    database_.set_metadata(key, value);
}

void XapianWriter::commit() {
    database_.commit_transaction();
    database_.begin_transaction();
}

}  // namespace dateline
