/// What counting and training take of memory, whatever the size of the text.
#include "cell_files.hpp"
#include "nn/philox.hpp"
#include "support/catch.hpp"
#include "support/peak_memory.hpp"
#include "train_glove.hpp"

namespace {

constexpr std::size_t words = 20'000;

/// A text that is made as it is read.
class RandomText final : public nn::TokenStream {
public:
    explicit RandomText(std::size_t length) : length_(length) {}

    void rewind() override { next_ = 0; }

    std::size_t read(std::span<nn::Token> out) override {
        const std::size_t n = std::min(out.size(), length_ - next_);
        for (nn::Token& token : out.first(n))
            token = static_cast<nn::Token>(words * rng_.uniform(next_++));
        return n;
    }

private:
    std::size_t length_, next_ = 0;
    nn::CounterRng rng_{1, 5};
};

/// Bytes that a text of this length takes, from counting to vectors.
double taken_by(std::size_t length) {
    return peak_memory::growth([&] {
        RandomText text(length);
        const nn::BlockFile blocks(nn::CellRuns(text, {}), {});
        nn::train_glove(blocks, words, {.iterations = 1, .threads = 2});
    });
}

}  // namespace

TEST_CASE("memory: three times the parameters, and 4 MB", "[memory]") {
    constexpr double parameters = 2.0 * words * 101 * sizeof(float);
    const double taken = taken_by(100'000);
    INFO(taken / parameters);
    if (peak_memory::is_measured) CHECK(taken <= 3 * parameters + 4e6);
}

TEST_CASE("memory: a longer text takes no more", "[memory]") {
    const double once = taken_by(50'000), more = taken_by(150'000);
    if (peak_memory::is_measured) CHECK(more <= once + 1e6);
}
