// SPDX-License-Identifier: Apache-2.0
// The JSON documents of the model. BES_FUZZ_DOCUMENT says which one.

#include "fuzz.hpp"
#include "media/manifest_rules.hpp"
#include "model/engine_order.hpp"
#include "model/json.hpp"
#include "model/json_text.hpp"
#include "model/seen_facts.hpp"
#include "text/file_names.hpp"

namespace bes::fuzz {
namespace {

/// What was read is written and read as the same again, and the same value gives the same bytes.
template<class Value>
void requireRoundTrip(const Value& value, std::string (*format)(const Value&),
                      Result<Value> (*parse)(std::string_view)) {
    const std::string text = format(value);
    const Result<Value> again = parse(text);
    require(again.has_value(), "what was written can be read", again ? text : again.error().why);
    require(*again == value, "what was written is read as the same", text);
    require(format(*again) == text, "the same value gives the same bytes", text);
}

template<class Value>
std::optional<Value> read(std::string_view input, Result<Value> (*parse)(std::string_view),
                          std::string (*format)(const Value&)) {
    Result<Value> value = parse(input);
    if (!value) {
        requireShowable(value.error());
        return std::nullopt;
    }
    requireRoundTrip(*value, format, parse);
    return std::move(*value);
}

[[maybe_unused]] void catalogue(std::string_view input) {
    (void)read<Catalog>(input, parseCatalog, formatCatalog);
}

[[maybe_unused]] void manifest(std::string_view input) {
    const auto manifest = read<MediaManifest>(input, parseMediaManifest, formatMediaManifest);
    if (!manifest)
        return;
    if (const auto checked = media::checkManifest(*manifest); !checked) {
        requireShowable(checked.error());
        return;
    }
    for (const Package& package : manifest->packages) {
        require(!problemOfPackageId(package.id), "an accepted package has a usable id", package.id);
        require(!problemOfPath(package.archive), "an accepted archive is below the media", package.archive);
        for (const PackagedFile& file : package.files)
            require(!problemOfPath(file.path), "an accepted file is below its package", file.path);
    }
}

[[maybe_unused]] void plan(std::string_view input) {
    (void)read<Plan>(input, parsePlan, formatPlan);
}

std::string formatFacts(const SeenFacts& seen) {
    return formatDocument(toJson(seen));
}

/// Of another computer: what `check --facts` and `plan --facts` are given.
[[maybe_unused]] void facts(std::string_view input) {
    (void)read<SeenFacts>(input, parseSeenFacts, formatFacts);
}

std::string formatReceipt(const Receipt& receipt) {
    return formatDocument(toJson(receipt));
}

Result<Receipt> parseReceipt(std::string_view text) {
    return readDocument<Receipt>(text, receiptFromJson, ExitCode::failed, "receipt.format", "receipt");
}

[[maybe_unused]] void receipt(std::string_view input) {
    if (const auto receipt = read<Receipt>(input, parseReceipt, formatReceipt))
        (void)editableFiles(*receipt);
}

[[maybe_unused]] void order(std::string_view input) {
    if (const auto wish = engineWishFromText(input))
        require(toString(*wish) == input, "a wish is one of the known ones, letter by letter", input);
    const auto order = parseEngineOrder(input);
    if (!order) {
        requireShowable(order.error());
        return;
    }
    const Secret text = formatEngineOrder(*order);
    const auto again = parseEngineOrder(text.reveal());
    require(again.has_value(), "what was written can be read", text.reveal());
    require(formatEngineOrder(*again).reveal() == text.reveal(), "the same value gives the same bytes",
            text.reveal());
}

} // namespace

void tryInput(std::string_view input) {
    BES_FUZZ_DOCUMENT(input);
}

} // namespace bes::fuzz
