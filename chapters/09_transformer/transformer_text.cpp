#include "transformer_text.hpp"

#include <algorithm>
#include <string>

#include "byte_pair_training.hpp"
#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/text.hpp"
#include "nn/io/text_pieces.hpp"
#include "token_measures.hpp"

namespace nn {

// [snip:count-characters]
std::size_t character_count(std::string_view text) {
    return std::size_t(std::count_if(text.begin(), text.end(),
                                     [](char c) { return (c & 0xC0) != 0x80; }));
}
// [snip:count-characters]

namespace {

// [snip:whole-text]
/// \brief The file to the byte, or the Bible, a verse a line.
SplitText whole_text(const Options& options) {
    SplitText text{options.corpus, {}, {}};
    if (options.corpus.empty()) {
        const Corpus bible = king_james_bible();
        text.name = bible.name;
        for (const std::string& verse : bible.lines) text.train += verse + '\n';
        return text;
    }
    constexpr std::uint64_t bound = std::uint64_t{1} << 30;
    text.train = read_file(options.corpus, bound);
    require_utf8(text.train, options.corpus);
    return text;
}
// [snip:whole-text]

// [snip:cut-text]
/// \brief Cuts the text in two behind this share of its characters.
SplitText cut_text(SplitText text, double share) {
    const double characters = static_cast<double>(character_count(text.train));
    auto left = static_cast<std::size_t>(characters * share);
    const auto is_behind = [&](char c) {
        return (c & 0xC0) != 0x80 && left-- == 0;
    };
    const auto cut = std::find_if(text.train.begin(), text.train.end(), is_behind);
    text.held_out.assign(cut, text.train.end());
    text.train.erase(cut, text.train.end());
    return text;
}
// [snip:cut-text]

// [snip:codec-of]
std::shared_ptr<const TokenCodec> new_codec(const SplitText& parts, bool byte_pairs,
                                            std::size_t vocabulary) {
    if (!byte_pairs)
        return std::make_shared<CharacterCodec>(
            alphabet_of(parts.name, parts.train + parts.held_out));
    const auto pieces = text_pieces(parts.train);
    return std::make_shared<BytePairCodec>(
        train_byte_pairs(counted_pieces(pieces), vocabulary), text_pieces);
}
// [snip:codec-of]

// [snip:require-context]
constexpr std::size_t usual_context = 64;  // of the models to compare with, at most

void require_context(const TransformerText& text, const TransformerPreset& preset) {
    const std::size_t least = std::max(preset.context, usual_context) + 1;
    if (text.train.size() >= least && text.held_out.size() >= least) return;
    throw InputError(
        text.parts.name + ": " + std::to_string(text.train.size()) +
        " tokens to learn from and " + std::to_string(text.held_out.size()) +
        " to judge by; both must be at least " + std::to_string(least) +
        ", a context and the token behind it: give a longer text");
}
// [snip:require-context]

}  // namespace

// [snip:transformer-text-read]
TransformerText retokenised(const SplitText& parts, bool byte_pairs,
                            std::size_t vocabulary) {
    const auto codec = new_codec(parts, byte_pairs, vocabulary);
    return {parts, codec, codec->encode(parts.train),
            codec->encode(parts.held_out)};
}

TransformerText transformer_text(const Options& options,
                                 const TransformerOptions& transformer) {
    constexpr std::size_t judged = 60'000;
    const double share = transformer.split;
    const SplitText parts = share > 0 ? cut_text(whole_text(options), share)
                                      : split_text(options, judged);
    if (character_count(parts.train) == 0)
        throw InputError(parts.name + ": no text to learn from; give a longer one");
    TransformerText text =
        retokenised(parts, transformer.byte_pairs, transformer.vocabulary);
    require_context(text, preset_asked(options, transformer));
    return text;
}
// [snip:transformer-text-read]

// [snip:first-unseen-line]
std::string_view first_unseen_line(const TransformerText& text) {
    const std::string_view all = text.parts.held_out;
    const std::size_t begin = all.find_first_not_of('\n');
    if (begin == all.npos) return all;
    return all.substr(begin, all.find('\n', begin) - begin);
}
// [snip:first-unseen-line]

// [snip:held-out-bits]
double held_out_bits(const TransformerText& text, double nats) {
    const Token first = text.held_out.front();  // which nobody foretells
    const std::size_t characters = character_count(text.parts.held_out) -
                                   character_count(text.codec->decode({&first, 1}));
    return bits_per_character<double>(nats, double(text.held_out.size() - 1),
                                      double(characters));
}
// [snip:held-out-bits]

}  // namespace nn
