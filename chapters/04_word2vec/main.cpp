/// \file
/// \brief Chapter 4, the program.
#include "sections.hpp"

namespace {

// [snip:run]
void run(const nn::Options& options, nn::Report& report) {
    const nn::Study study = nn::read_study(options);
    nn::show_company(report);
    nn::show_text(study, report);
    nn::show_tree(study, report);
    nn::show_softmax(study, report);
    nn::show_architectures(study, report);
    const nn::WordEmbedding embedding = nn::show_training(study, report);
    nn::show_neighbours(study, embedding, report);
    nn::show_analogies(study, embedding, report);
    nn::show_two_vectors(study, embedding, report);
    nn::show_clusters(study, embedding, report);
    nn::show_logarithms(study, report);
    nn::show_dimensions(study, report);
    nn::show_local_context(study, report);
    nn::show_failures(study, report);
    nn::show_speed(study, report);
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv,
        {"ch04_word2vec", "Chapter 4: a word is known by its neighbours", run,
         "the King James Bible and WordNet's glosses"});
}
// [snip:main]
