/// \file
/// \brief Chapter 4, the program.
#include "nn/io/vector_program.hpp"
#include "sections.hpp"

namespace {

// [snip:run]
nn::WordVectors run(const nn::Options& options, nn::Report& report) {
    const nn::Study study = nn::read_study(options);
    nn::show_company(report);
    nn::show_text(study, report);
    nn::show_tree(study, report);
    nn::show_pair_check(study, report);
    nn::show_softmax(study, report);
    nn::show_architectures(study, report);
    const nn::WordEmbedding embedding = nn::show_training(study, report);
    const nn::WordSpace space({study.corpus.vocabulary.words(), embedding.centre});
    nn::show_neighbours(study, space, report);
    nn::show_analogies(study, space, report);
    nn::show_two_vectors(study, embedding, report);
    nn::show_clusters(study, embedding, report);
    nn::show_logarithms(study, report);
    nn::show_dimensions(study, report);
    nn::show_local_context(study, report);
    nn::show_failure(study, report);
    nn::show_speed(study, report);
    return {study.corpus.vocabulary.words(), embedding.centre};
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_vector_program(
        argc, argv,
        {.name = "ch04_word2vec",
         .summary = "Chapter 4: a word is known by its neighbours",
         .run = run,
         .default_text = "the King James Bible and WordNet's glosses"});
}
// [snip:main]
