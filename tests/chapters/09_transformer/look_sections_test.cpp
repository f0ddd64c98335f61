/// The sections that look into a model, on one that was trained in a moment.
#include <algorithm>
#include <sstream>

#include "look_models.hpp"
#include "nn/io/blas_threads.hpp"
#include "sections.hpp"
#include "support/catch.hpp"
#include "support/repeated.hpp"
#include "support/scratch.hpp"

namespace {

/// What a section printed and kept.
class Kept {
public:
    template <class Show>
    explicit Kept(Show show) {
        nn::Report report(folder_.path());
        show(report);
        report.finish();
    }

    std::string file(const std::string& name) const {
        return scratch::bytes_of(folder_ / name);
    }

    std::ptrdiff_t lines(const std::string& name) const {
        const std::string text = file(name);
        return std::count(text.begin(), text.end(), '\n');
    }

    /// The longest line that was printed, but for the claims' numbers.
    std::size_t longest() const {
        std::istringstream output(file("output.txt"));
        std::size_t longest = 0;
        for (std::string line; std::getline(output, line);)
            if (line.find("   bounds [") == line.npos)
                longest = std::max(longest, line.size());
        return longest;
    }

private:
    scratch::Folder folder_;
};

/// A model of the letters of a text, after some steps.
struct Trained {
    nn::CharacterCodec codec;
    std::vector<nn::Token> tokens;
    nn::Transformer<float> model;
    std::vector<float> numbers;

    explicit Trained(const std::string& text)
        : codec(nn::Alphabet(text)),
          tokens(codec.encode(repeated(text, 20))),
          model({.vocabulary = codec.size(),
                 .context = 40,
                 .layers = 2,
                 .block = {.attention = {.width = 16, .heads = 2}}}) {
        nn::use_one_blas_thread();
        nn::Rng rng(3);
        numbers = nn::beginning(model, rng);
        nn::train_small(model, numbers,
                        {.highest = 0.01, .warm_up = 5, .steps = 20},
                        [&] { return nn::random_pieces(tokens, 40, 2, rng); });
    }

    nn::TrainedModel trained() const { return {model, numbers, codec}; }
};

const std::string letters =
    "and thy wife Elisabeth, a virgin, shall bear; As if a lion, that Sarah "
    "Behold The easier: paw came out, Thy quick judge of foxes mazes I N\n";

}  // namespace

TEST_CASE("the section of the heads keeps a map of each", "[sections]") {
    const Trained all(letters);
    const Kept kept([&](nn::Report& report) {
        nn::show_head_maps(all.trained(), all.tokens, "a lion, a bear", report);
    });
    CHECK(kept.lines("heads.csv") == 1 + 4 * 14 * 15 / 2);
    CHECK_THAT(kept.file("output.txt"), oracle::mentions("block 2.2"));
    CHECK_THAT(kept.file("values.csv"), oracle::mentions("look-previous-head,"));
    CHECK(kept.longest() <= 70);
}

TEST_CASE("the section of a word's layers, where the tokens can spell it",
          "[sections]") {
    const Kept kept([&](nn::Report& report) {
        nn::show_word_layers(Trained(letters).trained(), report);
    });
    CHECK(kept.lines("layers.csv") == 1 + 3);
    CHECK_THAT(kept.file("claims.csv"), oracle::mentions("one-vector-before"));
    CHECK(kept.longest() <= 70);
    const Kept other([&](nn::Report& report) {
        nn::show_word_layers(Trained("xyz").trained(), report);
    });
    CHECK_THAT(other.file("output.txt"),
               oracle::mentions("the tokens of this text cannot spell"));
}

TEST_CASE("the section of the stream tells of each block", "[sections]") {
    const Trained all(letters);
    const Kept kept([&](nn::Report& report) {
        nn::show_stream(all.trained(), all.tokens, report);
    });
    CHECK(kept.lines("stream.csv") == 1 + 2);
    CHECK_THAT(kept.file("values.csv"), oracle::mentions("stream-2-thought,"));
    CHECK(kept.longest() <= 70);
}

TEST_CASE("ablations and induction: same bytes at any number of threads",
          "[sections]") {
    nn::use_one_blas_thread();
    const Trained all(letters);
    const auto with = [&](unsigned threads) {
        return Kept([&](nn::Report& report) {
            nn::Options options;
            options.quick = true, options.threads = threads;
            nn::show_induction(options, report);
            const std::span<const nn::Token> tokens(all.tokens);
            nn::show_ablations(
                options,
                {all.codec.size(), tokens.first(2000), tokens.subspan(2000)},
                report);
        });
    };
    const Kept one = with(1), two = with(2);
    for (const char* name : {"output.txt", "values.csv", "claims.csv",
                             "ablations.csv", "induction.csv"})
        CHECK(one.file(name) == two.file(name));
    CHECK(one.lines("ablations.csv") == 11);
    CHECK(one.lines("induction.csv") == 1 + 2 * 48 * 49 / 2);
    CHECK(one.longest() <= 70);
}
