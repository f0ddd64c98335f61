#include "nn/io/program.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <thread>

#include "nn/io/blas_threads.hpp"
#include "nn/io/error.hpp"
#include "nn/io/file.hpp"
#include "nn/io/file_option.hpp"
#include "nn/io/number_option.hpp"
#include "nn/io/progress.hpp"

namespace nn {

namespace {

// [snip:add-options]
void add_options(CLI::App& app, const Program& program, Options& options) {
    options.threads = std::clamp(std::thread::hardware_concurrency(), 1u, 256u);
    app.add_option("--seed", options.seed, "where the random numbers start")
        ->transform(whole_number("the seed", 0, 4294967295))
        ->capture_default_str();
    add_name_option(app, "--corpus", options.corpus,
                    "a UTF-8 text in any language, a verse or sentence a line "
                    "(default: " +
                        program.default_text + ")");
    app.add_flag("--quick", options.quick,
                 "a tenth of the work, rougher numbers (default: all of it)");
    add_name_option(app, "--out", options.out,
                    "folder for output.txt, claims.csv and the figures' data "
                    "(default: print only)",
                    "DIR");
    app.add_option(
           "--threads", options.threads,
           "threads to use (default: one for each core); the results do not depend "
           "on it")
        ->transform(whole_number("the number of threads", 1, 256))
        ->capture_default_str();
    if (program.add_options) program.add_options(app);
}
// [snip:add-options]

// [snip:parse]
/// \brief The exit status if the program is over after the command line, or −1.
int parse(CLI::App& app, int argc, char** argv) {
    try {
        app.parse(argc, argv);
        return -1;
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        throw InputError(std::string(error.what()) + "; see --help");
    }
}
// [snip:parse]

}  // namespace

// [snip:read-corpus]
Corpus read_corpus(const Options& options) {
    return options.corpus.empty() ? king_james_bible()
                                  : corpus_from_file(options.corpus);
}
// [snip:read-corpus]

// [snip:run-program]
int run_program(int argc, char** argv, const Program& program) {
    CLI::App app{program.summary, program.name};
    Options options;
    add_options(app, program, options);
    try {
        const int over = parse(app, argc, argv);
        if (over >= 0) return over;
        if (!options.out.empty()) require_writable_folder(options.out);
        watch_for_interrupt();
        use_one_blas_thread();
        Report report(options.out);
        program.run(options, report);
        report.finish();
        if (program.afterwards) program.afterwards();
        return 0;
    } catch (const Interrupted&) {
        std::fprintf(stderr, "%s: stopped\n", program.name.c_str());
        return 130;
    } catch (const InputError& error) {
        std::fprintf(stderr, "%s: %s\n", program.name.c_str(), error.what());
        return 2;
    }
}
// [snip:run-program]

}  // namespace nn
