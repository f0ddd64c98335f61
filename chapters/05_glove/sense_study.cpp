#include "sense_study.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "nn/rng.hpp"
#include "nn/subsampling.hpp"
#include "nn/word_vectors.hpp"
#include "senses.hpp"

namespace nn {

namespace {

// [snip:sense-words]
constexpr std::size_t relearnt_words = 5000;
constexpr double seldom = 150.0, often = 3000.0;  // counts of words that are used

constexpr std::array several{"light", "bear",  "spring", "rose",   "lie",
                             "lead",  "left",  "bow",    "wind",   "ball",
                             "board", "club",  "bank",   "saw",    "ring",
                             "well",  "right", "kind",   "ground", "mine"};
constexpr std::array single{"water", "moses", "silver", "horse",    "bread",
                            "gold",  "river", "blood",  "sheep",    "oil",
                            "iron",  "snow",  "fish",   "mother",   "seven",
                            "wife",  "milk",  "egypt",  "mountain", "husband"};
// [snip:sense-words]

// [snip:sense-builder]
class SenseBuilder {
public:
    SenseBuilder(const Options& options, const GloveStudy& study);
    void split_words();
    void join_words();
    SenseStudy learn(const Options& options);

private:
    Token new_word(const std::string& name);
    std::vector<Token> free_words();
    bool unlike(Token a, Token b) const;
    void split(Split& word, const arma::fmat& company);
    void count_books(const std::vector<bool>& second, Split& word) const;
    std::vector<Mixture> mixtures(std::size_t most, std::size_t every_second);

    const GloveStudy& study_;
    std::optional<Vocabulary> bible_;  // of the default text, which begins with it
    Rng rng_;
    SenseStudy senses_;
    std::vector<Token> free_;
};
// [snip:sense-builder]

// [snip:free-words]
SenseBuilder::SenseBuilder(const Options& options, const GloveStudy& study)
    : study_(study), rng_(options.seed) {
    if (options.corpus.empty()) bible_ = bible_stream(1.0).vocabulary;
    senses_.two_books = bible_.has_value();
    const Vocabulary& words = study_.corpus.vocabulary;
    const std::size_t kept = std::min(relearnt_words, words.size());
    for (Token token = 0; token < kept; ++token)
        senses_.names.push_back(words.word(token));
}

Token SenseBuilder::new_word(const std::string& name) {
    senses_.names.push_back(name);
    return static_cast<Token>(senses_.names.size() - 1);
}

/// \brief Words that nothing has been done to, in random order.
std::vector<Token> SenseBuilder::free_words() {
    const Vocabulary& words = study_.corpus.vocabulary;
    std::vector<Token> free;
    for (Token token = 0; token < std::min(relearnt_words, words.size()); ++token)
        if (words.count(token) >= seldom && words.count(token) <= often &&
            !senses_.labels.contains(token))
            free.push_back(token);
    rng_.shuffle(std::span(free));
    return free;
}

/// \brief About equally common, and nothing to do with each other.
bool SenseBuilder::unlike(Token a, Token b) const {
    const Vocabulary& words = study_.corpus.vocabulary;
    const double ratio = words.count(a) / words.count(b);
    const arma::fmat& w = study_.learnt.word;
    const float cosine =
        nn::cosine<float>({w.colptr(a), w.n_rows}, {w.colptr(b), w.n_rows});
    return ratio > 0.8 && ratio < 1.25 && std::abs(cosine) < 0.1F;
}
// [snip:free-words]

// [snip:join-words]
/// \brief Joins half of one word with a part of another: one occurrence in
/// `every_second`.
std::vector<Mixture> SenseBuilder::mixtures(std::size_t most,
                                            std::size_t every_second) {
    std::vector<Mixture> made;
    while (made.size() < most && free_.size() >= 2) {
        const Token a = free_.back();
        free_.pop_back();
        const auto found =
            std::find_if(free_.begin(), free_.end(),
                         [&](Token candidate) { return unlike(a, candidate); });
        if (found == free_.end()) continue;
        const Token b = *found;
        free_.erase(found);
        const Token joint = new_word(senses_.names[a] + "+" + senses_.names[b]);
        senses_.labels[a] = {a, joint};
        senses_.labels[b].assign(every_second, b);
        senses_.labels[b].back() = joint;
        made.push_back({a, b, joint});
    }
    return made;
}

void SenseBuilder::join_words() {
    free_ = free_words();
    senses_.equal = mixtures(40, 2);
    senses_.unequal = mixtures(20, 6);
    while (senses_.halves.size() < 20 && !free_.empty()) {
        const Token word = free_.back();
        free_.pop_back();
        const Token other = new_word(senses_.names[word] + "'");
        senses_.labels[word] = {word, other};
        senses_.halves.push_back({word, other});
    }
}
// [snip:join-words]

// [snip:split-words]
void SenseBuilder::split_words() {
    const Vocabulary& words = study_.corpus.vocabulary;
    std::vector<Split> splits;
    const auto add = [&](const char* word, bool several_senses) {
        const auto token = words.find(word);
        if (!token || *token >= relearnt_words || words.count(*token) < seldom)
            return;
        splits.push_back({*token, new_word(std::string(word) + "_1"),
                          new_word(std::string(word) + "_2"), several_senses});
    };
    for (const char* word : several) add(word, true);
    for (const char* word : single) add(word, false);
    // [snip:split-words]
    // [snip:split-by-company-of]
    CompanyOptions options{.weights = arma::fvec(words.size())};
    for (Token token = 0; token < words.size(); ++token)
        options.weights[token] = static_cast<float>(
            keep_probability(words.count(token), words.total(), 1e-4));
    std::vector<Token> whole;
    for (const Split& split : splits) whole.push_back(split.whole);
    const std::vector<arma::fmat> company = companies(
        *study_.corpus.tokens, whole, arma::normalise(study_.learnt.word), options);
    for (std::size_t i = 0; i < splits.size(); ++i) split(splits[i], company[i]);
    senses_.splits = std::move(splits);
}
// [snip:split-by-company-of]

// [snip:split-one]
void SenseBuilder::split(Split& word, const arma::fmat& company) {
    const std::vector<bool> second = split_by_company(company);
    std::vector<Token>& labels = senses_.labels[word.whole];
    for (std::size_t k = 0; k < second.size(); ++k)
        labels.push_back(k % 3 == 2  ? word.whole
                         : second[k] ? word.second
                                     : word.first);
    if (bible_) count_books(second, word);
}

/// \brief The occurrences are in the order of the text: those in the Bible begin.
void SenseBuilder::count_books(const std::vector<bool>& second, Split& word) const {
    const auto known = bible_->find(senses_.names[word.whole]);
    const double in_bible = known ? bible_->count(*known) : 0.0;
    std::array<double, 2> all{};
    for (std::size_t k = 0; k < second.size(); ++k) {
        ++all[second[k]];
        word.bible[second[k]] += static_cast<double>(k) < in_bible;
    }
    for (std::size_t part = 0; part < 2; ++part)
        word.bible[part] /= std::max(all[part], 1.0);
}
// [snip:split-one]

// [snip:learn-senses]
SenseStudy SenseBuilder::learn(const Options& options) {
    CommonWords common(*study_.corpus.tokens, relearnt_words);
    RelabelledTokens relabelled(common, senses_.labels);
    const CellRuns runs(relabelled, {});
    senses_.vectors = train_with_progress(BlockFile(runs, {}), senses_.names.size(),
                                          glove_options(options, 30, 10), "senses")
                          .word;
    return std::move(senses_);
}

}  // namespace

SenseStudy learn_senses(const Options& options, const GloveStudy& study) {
    SenseBuilder builder(options, study);
    builder.split_words();
    builder.join_words();
    return builder.learn(options);
}
// [snip:learn-senses]

}  // namespace nn
