#include "nn/io/split_text.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "nn/io/error.hpp"
#include "nn/split.hpp"

namespace nn {

namespace {

// [snip:joined-lines]
std::string joined(const std::vector<std::string>& lines,
                   std::vector<std::size_t> chosen, std::size_t most) {
    std::sort(chosen.begin(), chosen.end());
    std::string text;
    for (const std::size_t line : chosen)
        if (text.size() < most) text += lines[line] + '\n';
    return text;
}
// [snip:joined-lines]

}  // namespace

// [snip:split-text]
SplitText split_text(const Options& options, std::size_t judged) {
    constexpr std::size_t all = std::size_t(-1);
    const Corpus corpus = read_corpus(options);
    Rng rng(options.seed);
    const Split split = split_80_10_10(corpus.lines.size(), rng);
    return {corpus.name, joined(corpus.lines, split.train, all),
            joined(corpus.lines, split.test, judged)};
}
// [snip:split-text]

// [snip:alphabet-of]
Alphabet alphabet_of(const std::string& name, const std::string& text) {
    try {
        return Alphabet(text);
    } catch (const std::invalid_argument& refused) {
        throw InputError(name + ": " + std::string(refused.what()));
    }
}
// [snip:alphabet-of]

}  // namespace nn
