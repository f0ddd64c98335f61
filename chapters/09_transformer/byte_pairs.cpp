#include "byte_pairs.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:byte-values]
std::vector<std::string> byte_values() {
    std::vector<std::string> bytes;
    for (int value = 0; value < 256; ++value)
        bytes.emplace_back(1, static_cast<char>(value));
    return bytes;
}
// [snip:byte-values]

}  // namespace

// [snip:byte-pairs-made]
BytePairs::BytePairs() : BytePairs(byte_values()) {}

BytePairs::BytePairs(std::vector<std::string> tokens)
    : tokens_(std::move(tokens)), is_made_(tokens_.size()) {
    for (Token token = 0; token < size(); ++token) {
        const bool is_new = found_.emplace(tokens_[token], token).second;
        if (tokens_[token].empty() || !is_new)
            require(false, "BytePairs",
                    "token " + std::to_string(token) + " of " +
                        std::to_string(size()) +
                        (is_new ? " is empty" : " has the bytes of another") +
                        "; give each token bytes of its own");
    }
    for (const std::string& byte : byte_values()) {
        const std::optional<Token> token = find(byte);
        const auto value = static_cast<unsigned char>(byte[0]);
        if (!token)
            require(false, "BytePairs",
                    "byte " + std::to_string(value) +
                        " has no token; each of the bytes 0 to 255 needs one");
        byte_tokens_[value] = *token;
        is_made_[*token] = true;
    }
}
// [snip:byte-pairs-made]

// [snip:add-merge]
Token BytePairs::add_merge(const TokenPair& pair) {
    for (const Token token : {pair.left, pair.right})
        if (token >= size() || !is_made_[token])
            require(false, "add_merge",
                    "token " + std::to_string(token) + " of " +
                        std::to_string(size()) +
                        " is neither a byte nor made by a merge before; give the "
                        "merges in the order in which they were learned");
    const auto rank = static_cast<std::uint32_t>(merges_.size());
    if (!ranks_.emplace(pair, rank).second)
        require(false, "add_merge",
                "tokens " + std::to_string(pair.left) + " and " +
                    std::to_string(pair.right) +
                    " have a merge already; name each pair once");
    const auto [place, is_new] =
        found_.emplace(whole_of(pair), static_cast<Token>(size()));
    if (is_new) tokens_.push_back(place->first), is_made_.push_back(true);
    is_made_[place->second] = true;
    merges_.push_back({pair, place->second});
    return place->second;
}

std::string BytePairs::whole_of(const TokenPair& pair) const {
    return tokens_[pair.left] + tokens_[pair.right];
}

std::optional<Token> BytePairs::find(const std::string& bytes) const {
    const auto found = found_.find(bytes);
    if (found == found_.end()) return std::nullopt;
    return found->second;
}
// [snip:add-merge]

namespace {

// [snip:piece-of-links]
/// \brief A piece of text while its tokens are joined: a list linked both ways.
class LinkedPiece {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    explicit LinkedPiece(std::vector<Token> tokens) : links_(tokens.size()) {
        for (std::size_t i = 0; i < links_.size(); ++i)
            links_[i] = {tokens[i], i - 1, i + 1 < links_.size() ? i + 1 : none};
    }

    std::size_t size() const { return links_.size(); }
    std::size_t before(std::size_t place) const { return links_[place].previous; }

    /// \brief The pair that begins here, unless the place is none, gone or the
    /// last.
    std::optional<TokenPair> pair_at(std::size_t place) const {
        if (place == none || links_[place].next == none) return std::nullopt;
        return TokenPair{links_[place].token, links_[links_[place].next].token};
    }

    void join(std::size_t place, Token whole) {
        Link& gone = links_[links_[place].next];
        links_[place].token = whole;
        links_[place].next = gone.next;
        if (gone.next != none) links_[gone.next].previous = place;
        gone.next = none;
    }

    std::vector<Token> tokens() const {
        std::vector<Token> left;
        for (std::size_t i = 0; i < size(); i = std::min(links_[i].next, size()))
            left.push_back(links_[i].token);
        return left;
    }

private:
    struct Link {
        Token token;
        std::size_t previous, next;
    };
    std::vector<Link> links_;
};
// [snip:piece-of-links]

}  // namespace

namespace {

// [snip:joins-to-come]
/// \brief The joins that a piece offers, the earliest merge first and of one merge
/// the leftmost first.
class Joins {
public:
    void offer(std::uint32_t rank, std::size_t place) {
        queue_.emplace(rank, place);
    }

    bool empty() const { return queue_.empty(); }
    std::uint32_t first_rank() const { return queue_.top().first; }

    /// \brief All places of the first rank, from left to right.
    std::vector<std::size_t> take_first_rank() {
        std::vector<std::size_t> places;
        for (const std::uint32_t rank = first_rank();
             !empty() && first_rank() == rank; queue_.pop())
            places.push_back(queue_.top().second);
        return places;
    }

private:
    using Join = std::pair<std::uint32_t, std::size_t>;  // rank, place
    std::priority_queue<Join, std::vector<Join>, std::greater<>> queue_;
};
// [snip:joins-to-come]

}  // namespace

// [snip:encode-piece]
std::vector<Token> BytePairs::encode(std::string_view bytes) const {
    std::vector<Token> tokens;
    for (const char c : bytes)
        tokens.push_back(byte_tokens_[static_cast<unsigned char>(c)]);
    LinkedPiece piece(std::move(tokens));
    Joins joins;
    const auto offer = [&](std::size_t place) {
        const std::optional<TokenPair> pair = piece.pair_at(place);
        const auto found = pair ? ranks_.find(*pair) : ranks_.end();
        if (found != ranks_.end()) joins.offer(found->second, place);
    };
    for (std::size_t place = 0; place < piece.size(); ++place) offer(place);
    while (!joins.empty()) {
        const auto& [pair, whole] = merges_[joins.first_rank()];
        for (const std::size_t place : joins.take_first_rank()) {
            if (piece.pair_at(place) != pair) continue;  // overlapped by another
            piece.join(place, whole);
            offer(piece.before(place));
            offer(place);
        }
    }
    return piece.tokens();
}
// [snip:encode-piece]

// [snip:decode-tokens]
std::string BytePairs::decode(std::span<const Token> tokens) const {
    std::string bytes;
    for (const Token token : tokens) {
        if (token >= size())
            require(false, "decode",
                    "token " + std::to_string(token) + " of " +
                        std::to_string(size()) + "; tokens count from 0");
        bytes += tokens_[token];
    }
    return bytes;
}
// [snip:decode-tokens]

}  // namespace nn
