// mistake: a word that stands there twice is a neighbour of itself
#include <algorithm>

#include "contract.hpp"

namespace nn::exercise {

std::vector<Pair> skip_gram_pairs(std::span<const Token> text,
                                  std::span<const std::size_t> windows) {
    std::vector<Pair> pairs;
    std::size_t line = 0;  // where the line of the centre begins
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == line_end) {
            line = i + 1;
            continue;
        }
        const std::size_t first = i - std::min(i - line, windows[i]);
        const std::size_t last = std::min(i + windows[i], text.size() - 1);
        for (std::size_t j = first; j <= last && text[j] != line_end; ++j)
            if (text[j] != text[i]) pairs.push_back({text[i], text[j]});
    }
    return pairs;
}

double chance_of_pair(std::size_t distance, std::size_t context_window) {
    if (distance > context_window) return 0.0;
    return static_cast<double>(context_window - distance + 1) /
           static_cast<double>(context_window);
}

}  // namespace nn::exercise
