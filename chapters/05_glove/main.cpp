/// \file
/// \brief Chapter 5, the program.
#include "nn/io/synsets.hpp"
#include "nn/io/vector_program.hpp"
#include "sections.hpp"

namespace {

// [snip:run]
nn::WordVectors run(const nn::Options& options, nn::Report& report) {
    nn::show_one_line(report);
    nn::GloveStudy study = nn::counted_study(options);
    nn::show_table(study, report);
    nn::show_line_order(options, study, report);
    nn::show_ratios(study, report);
    nn::show_gradient_check(options, report);
    nn::show_adagrad(options, study, report);
    nn::show_twins(options, study, report);
    nn::learn_table(options, study, report);
    nn::show_speed(options, study, report);
    nn::show_log_x(study, report);
    nn::show_recovered_ratios(study, report);
    nn::Rng rng(options.seed);
    const nn::SynonymTask synonyms =
        nn::synonym_task(nn::read_synsets(), study.corpus.vocabulary, rng);
    nn::show_sides(synonyms, study, report);
    nn::show_equal_time(options, synonyms, study, report);
    nn::show_neighbours(study, report);
    nn::show_no_weighting(options, study, report);
    const nn::SenseStudy senses = nn::learn_senses(options, study);
    nn::show_mixtures(senses, report);
    nn::show_senses(senses, report);
    return {study.corpus.vocabulary.words(),
            study.learnt.word + study.learnt.context};
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_vector_program(
        argc, argv,
        {"ch05_glove", "Chapter 5: one table that knows the text", run,
         "the King James Bible and WordNet's glosses"});
}
// [snip:main]
