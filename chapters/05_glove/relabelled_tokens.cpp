#include "relabelled_tokens.hpp"

#include <string>
#include <utility>

#include "nn/require.hpp"

namespace nn {

// [snip:relabelled-start]
RelabelledTokens::RelabelledTokens(TokenStream& source, Relabelling labels)
    : source_(source), labels_(std::move(labels)) {
    for (const auto& [word, own] : labels_)
        require(!own.empty(), "RelabelledTokens",
                "word " + std::to_string(word) + " has no label; give at least 1");
    rewind();
}

void RelabelledTokens::rewind() {
    source_.rewind();
    seen_.clear();
}
// [snip:relabelled-start]

// [snip:relabelled-tokens]
std::size_t RelabelledTokens::read(std::span<Token> out) {
    const std::size_t n = source_.read(out);
    for (Token& token : out.first(n)) {
        const auto found = labels_.find(token);
        if (found == labels_.end()) continue;
        const std::vector<Token>& own = found->second;
        token = own[seen_[token]++ % own.size()];
    }
    return n;
}
// [snip:relabelled-tokens]

}  // namespace nn
