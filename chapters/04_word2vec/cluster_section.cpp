#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "nn/principal_components.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:groups]
struct WordGroup {
    std::string name;
    std::vector<std::string> words;
};

/// \brief Groups that a reader would make.
const std::vector<WordGroup>& groups() {
    static const std::vector<WordGroup> all{
        {"family", {"father", "mother", "son", "daughter", "brother", "wife"}},
        {"numbers", {"two", "three", "five", "seven", "ten", "twenty"}},
        {"body", {"hand", "foot", "eye", "mouth", "head", "arm"}},
        {"animals", {"sheep", "ox", "lamb", "horse", "lion", "dog"}}};
    return all;
}
// [snip:groups]

// [snip:grouped-words]
/// \brief The words that the text knows, the vectors of length 1, and their groups.
struct GroupedWords {
    std::vector<std::string> words;
    arma::mat X;          // d × n
    arma::uvec group_of;  // n
};

GroupedWords grouped_words(const Vocabulary& vocabulary,
                           const arma::fmat& vectors) {
    GroupedWords found;
    std::vector<arma::uword> tokens, group_of;
    for (std::size_t g = 0; g < groups().size(); ++g)
        for (const std::string& word : known_words(groups()[g].words, vocabulary)) {
            found.words.push_back(word);
            tokens.push_back(*vocabulary.find(word));
            group_of.push_back(g);
        }
    const arma::fmat chosen = vectors.cols(arma::uvec(tokens));
    found.X = arma::normalise(arma::conv_to<arma::mat>::from(chosen));
    found.group_of = arma::uvec(group_of);
    return found;
}
// [snip:grouped-words]

// [snip:labels]
/// \brief Where each word is written: at its point, or lower, clear of those above
/// it, in a figure 1.7 wide and 1.3 high.
arma::vec label_places(const arma::mat& Y) {
    const arma::uvec from_top = arma::stable_sort_index(Y.row(1).t(), "descend");
    arma::vec places = Y.row(1).t();  // n
    for (arma::uword i = 0; i < from_top.n_elem; ++i)
        for (arma::uword j = 0; j < i; ++j) {
            const arma::uword here = from_top[i], above = from_top[j];
            if (std::abs(Y(0, here) - Y(0, above)) < 0.28)
                places[here] = std::min(places[here], places[above] - 0.05);
        }
    return places;
}
// [snip:labels]

// [snip:share-at-home]
/// \brief The share of points that lie nearer to the mean of the others of their
/// group than to the mean of any other group.
double share_at_home(const arma::mat& X, const arma::uvec& group_of) {
    double at_home = 0.0;
    for (arma::uword i = 0; i < X.n_cols; ++i) {
        arma::uvec others = arma::regspace<arma::uvec>(0, X.n_cols - 1);
        others.shed_row(i);
        arma::vec distances(groups().size());
        for (arma::uword g = 0; g < groups().size(); ++g) {
            const arma::uvec members = others(arma::find(group_of(others) == g));
            distances[g] = arma::norm(arma::mean(X.cols(members), 1) - X.col(i));
        }
        at_home += distances.index_min() == group_of[i];
    }
    return at_home / static_cast<double>(X.n_cols);
}
// [snip:share-at-home]

}  // namespace

// [snip:show-clusters]
void show_clusters(const Study& study, const WordEmbedding& embedding,
                   Report& report) {
    report.section("clusters", "Groups of words in two dimensions");
    std::size_t words = 0;
    for (const WordGroup& group : groups())
        words += known_words(group.words, study.corpus.vocabulary).size();
    if (words < 24) return report.print("not all of the groups' words are known\n");
    const GroupedWords all =
        grouped_words(study.corpus.vocabulary, embedding.centre);
    const PrincipalComponents found = principal_components(all.X, 2);
    const arma::mat Y = coordinates(found, all.X);  // 2 × n
    const arma::vec places = label_places(Y);
    Csv table({"word", "group", "x", "y", "label"});
    for (arma::uword i = 0; i < Y.n_cols; ++i)
        table.row({all.words[i], groups()[all.group_of[i]].name, Y(0, i), Y(1, i),
                   places[i]});
    report.data("clusters.csv", table);
    const double in_all = share_at_home(all.X, all.group_of);
    const double in_two = share_at_home(Y, all.group_of);
    const double share = arma::accu(found.variance) / found.total_variance;
    report.print("words %zu, groups %zu\n", all.words.size(), groups().size());
    report.print("nearest to their own group, all dimensions   %s\n",
                 report.value("at-home", "%.2f", in_all).c_str());
    report.print("nearest to their own group, two dimensions   %.2f\n", in_two);
    report.print("variance that two dimensions keep            %s\n",
                 report.value("variance-kept", "%.2f", share).c_str());
    report.claim(
        {.id = "clusters",
         .statement = "Words of a kind lie together, and two dimensions are "
                      "enough to see it.",
         .quantity = "share of words nearest to their own group's mean",
         .low = 0.75,
         .high = 1.0},
        in_two);
}
// [snip:show-clusters]

}  // namespace nn
