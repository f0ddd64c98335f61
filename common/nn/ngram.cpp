#include "nn/ngram.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "nn/require.hpp"

namespace nn {

// [snip:ngram-slots]
constexpr int first_ngram_bits = 10;  // 1024 slots at the start

NGramCounts::NGramCounts()
    : nodes_(1),
      slots_(std::size_t{1} << first_ngram_bits),
      shift_(64 - first_ngram_bits) {}

std::size_t NGramCounts::slot_of(std::uint32_t parent, Token symbol) const {
    const std::uint64_t key = std::uint64_t{parent} << 32 | symbol;
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key * 0x9E3779B97F4A7C15 >> shift_;  // 2⁶⁴ / golden ratio
    while (slots_[at].child != none &&
           (slots_[at].parent != parent || slots_[at].symbol != symbol))
        at = (at + 1) & mask;
    return at;
}

std::uint32_t NGramCounts::child(std::uint32_t node, Token symbol) const {
    return slots_[slot_of(node, symbol)].child;
}

std::uint32_t NGramCounts::times(std::uint32_t node, Token symbol) const {
    const std::uint32_t longer = child(node, symbol);
    return longer == none ? 0 : nodes_[longer].count;
}
// [snip:ngram-slots]

// [snip:ngram-add]
std::uint32_t NGramCounts::add(std::uint32_t node, Token symbol) {
    Slot& slot = slots_[slot_of(node, symbol)];
    std::uint32_t child = slot.child;
    if (child == none) {
        child = static_cast<std::uint32_t>(nodes_.size());
        slot = {node, symbol, child};
        nodes_.emplace_back();
        ++nodes_[node].kinds;
        if (nodes_.size() > slots_.size() / 2) grow();
    }
    ++nodes_[node].followed;
    ++nodes_[child].count;
    return child;
}

void NGramCounts::grow() {
    std::vector<Slot> old(2 * slots_.size());
    std::swap(old, slots_);
    --shift_;
    for (const Slot& slot : old)
        if (slot.child != none) slots_[slot_of(slot.parent, slot.symbol)] = slot;
}
// [snip:ngram-add]

// [snip:ngram-counted]
NGram::NGram(std::span<const Token> text, std::size_t symbols, std::size_t order)
    : symbols_(symbols), order_(order) {
    require(order >= 1 && order <= 16, "NGram",
            "the order is " + std::to_string(order) + "; it must be 1 to 16");
    constexpr std::size_t longest = std::size_t{1} << 27;
    require(text.size() <= longest, "NGram",
            std::to_string(text.size()) + " symbols; count at most " +
                std::to_string(longest));
    require_symbols(text);
    Contexts contexts{NGramCounts::root};
    for (const Token symbol : text) {
        if (contexts.size() < order) contexts.push_back(NGramCounts::none);
        for (std::size_t k = contexts.size(); k-- > 0;) {
            if (contexts[k] == NGramCounts::none) continue;
            const std::uint32_t longer = counts_.add(contexts[k], symbol);
            if (k + 1 < contexts.size()) contexts[k + 1] = longer;
        }
    }
}

void NGram::require_symbols(std::span<const Token> text) const {
    const auto bad = std::find_if(text.begin(), text.end(),
                                  [&](Token symbol) { return symbol >= symbols_; });
    if (bad != text.end())
        require(false, "NGram",
                "symbol " + std::to_string(*bad) + " of " +
                    std::to_string(symbols_) + "; symbols count from 0");
}
// [snip:ngram-counted]

// [snip:ngram-judge]
void NGram::judge(const Contexts& contexts, Token next,
                  std::vector<double>& probabilities) const {
    double p = 1.0 / static_cast<double>(symbols_);
    probabilities.assign(1, p);
    for (const std::uint32_t context : contexts) {
        if (context != NGramCounts::none && counts_.node(context).followed > 0)
            p = witten_bell<double>(counts_.times(context, next),
                                    counts_.node(context).followed,
                                    counts_.node(context).kinds, p);
        probabilities.push_back(p);
    }
    probabilities.resize(order_ + 1, p);
}
// [snip:ngram-judge]

// [snip:ngram-move-on]
void NGram::move_on(Contexts& contexts, Token symbol) const {
    if (contexts.size() < order_) contexts.push_back(NGramCounts::none);
    for (std::size_t k = contexts.size(); k-- > 1;)
        contexts[k] = contexts[k - 1] == NGramCounts::none
                          ? NGramCounts::none
                          : counts_.child(contexts[k - 1], symbol);
}

std::vector<double> NGram::probabilities(std::span<const Token> history,
                                         Token next) const {
    require_symbols(history), require_symbols({&next, 1});
    Contexts contexts{NGramCounts::root};
    for (const Token symbol : history.last(std::min(history.size(), order_ - 1)))
        move_on(contexts, symbol);
    std::vector<double> by_order;
    judge(contexts, next, by_order);
    return by_order;
}
// [snip:ngram-move-on]

// [snip:ngram-bits]
std::vector<double> NGram::bits_per_symbol(std::span<const Token> text) const {
    require(!text.empty(), "NGram", "a text of 0 symbols; judge at least 1");
    require_symbols(text);
    Contexts contexts{NGramCounts::root};
    std::vector<double> probabilities;
    std::vector<BitsPerSymbol> paid(order_ + 1);
    for (const Token symbol : text) {
        judge(contexts, symbol, probabilities);
        for (std::size_t k = 0; k <= order_; ++k) paid[k].see(probabilities[k]);
        move_on(contexts, symbol);
    }
    std::vector<double> bits;
    for (const BitsPerSymbol& order : paid) bits.push_back(order.mean());
    return bits;
}
// [snip:ngram-bits]

}  // namespace nn
