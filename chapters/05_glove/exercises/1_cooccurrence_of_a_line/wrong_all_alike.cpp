// mistake: each neighbour counts 1
#include "contract.hpp"

namespace nn::exercise {

Matrix cooccurrence(std::span<const Token> text, std::size_t words,
                    std::size_t context_window) {
    Matrix x(words, std::vector<double>(words));
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == line_end) continue;
        for (std::size_t d = 1; d <= context_window && i + d < text.size(); ++d) {
            if (text[i + d] == line_end) break;
            const double weight = 1.0;
            x[text[i]][text[i + d]] += weight;
            x[text[i + d]][text[i]] += weight;
        }
    }
    return x;
}

}  // namespace nn::exercise
