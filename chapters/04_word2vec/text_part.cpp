#include "text_part.hpp"

#include <algorithm>
#include <cstdint>

#include "nn/lines.hpp"
#include "nn/subsampling.hpp"

namespace nn {

// [snip:first-lines]
std::vector<Token> first_lines(TokenStream& tokens, std::size_t most) {
    std::vector<Token> piece(1 << 12), lines;
    std::size_t words = 0, whole = 0;  // `whole`: where the last whole line ends
    tokens.rewind();
    for (std::size_t n = 0; (n = tokens.read(piece)) > 0;)
        for (const Token token : std::span(piece).first(n)) {
            if (token != line_end && ++words > most && whole > 0) {
                lines.resize(whole);
                return lines;
            }
            lines.push_back(token);
            if (token == line_end) whole = lines.size();
        }
    if (!lines.empty() && lines.back() != line_end) lines.push_back(line_end);
    return lines;
}
// [snip:first-lines]

namespace {

// [snip:is-held-out]
/// \brief Calls use(token, held_out) for each token, line ends included.
template <class Use>
void for_each_part(std::span<const Token> text, Use use) {
    std::size_t line = 0;
    for (const Token token : text) {
        use(token, line % 10 == 9);
        if (token == line_end) ++line;
    }
}
// [snip:is-held-out]

}  // namespace

// [snip:hold-out]
HeldOutText hold_out(std::span<const Token> text, const Vocabulary& vocabulary,
                     double min_count) {
    std::vector<WordCount> counts;
    for (Token word = 0; word < vocabulary.size(); ++word)
        counts.push_back({vocabulary.word(word), 0.0});
    for_each_part(text, [&](Token token, bool held_out) {
        if (token != line_end && !held_out) ++counts[token].count;
    });
    std::sort(counts.begin(), counts.end(), more_common);
    HeldOutText parts{Vocabulary(std::move(counts), min_count), {}, {}};
    std::vector<Token> renumbered(vocabulary.size(), line_end);
    for (Token word = 0; word < vocabulary.size(); ++word)
        if (const auto now = parts.vocabulary.find(vocabulary.word(word)))
            renumbered[word] = *now;
    for_each_part(text, [&](Token token, bool held_out) {
        std::vector<Token>& part = held_out ? parts.held_out : parts.train;
        if (token == line_end)
            part.push_back(line_end);
        else if (renumbered[token] != line_end)
            part.push_back(renumbered[token]);
    });
    return parts;
}
// [snip:hold-out]

// [snip:thinned-out]
std::vector<Token> thinned_out(std::span<const Token> text,
                               const Vocabulary& vocabulary, double sample,
                               Rng& rng) {
    std::vector<Token> kept;
    for (const Token token : text)
        if (token == line_end ||
            rng.uniform() < keep_probability(vocabulary.count(token),
                                             vocabulary.total(), sample))
            kept.push_back(token);
    return kept;
}
// [snip:thinned-out]

// [snip:pairs-of]
std::vector<TokenPair> pairs_of(std::span<const Token> text, std::size_t window,
                                std::size_t most) {
    std::vector<TokenPair> all;
    TokenArray lines({text.begin(), text.end()});
    for_each_token_line(lines, [&](std::span<const Token> line) {
        for (std::size_t i = 0; i < line.size(); ++i)
            for (std::size_t j = i + 1; j < line.size() && j <= i + window; ++j) {
                all.push_back({line[i], line[j]});
                all.push_back({line[j], line[i]});
            }
    });
    if (all.size() > most) {
        for (std::size_t i = 0; i < most; ++i) all[i] = all[i * all.size() / most];
        all.resize(most);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
    });
    return all;
}
// [snip:pairs-of]

}  // namespace nn
