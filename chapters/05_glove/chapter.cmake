# Where a number might be negative, std::sqrt() has to set errno, and a loop with such
# a call is not turned into vector instructions.
set_source_files_properties(05_glove/train_glove.cpp PROPERTIES
    COMPILE_OPTIONS -fno-math-errno SKIP_PRECOMPILE_HEADERS TRUE)
nn_add_chapter(05_glove
    SOURCES cell_blocks.cpp glove_options.cpp glove_rows.cpp
            relabelled_tokens.cpp senses.cpp simple_glove.cpp table_rows.cpp
            train_glove.cpp
    PROGRAM main.cpp cell_files.cpp counting_sections.cpp learning_sections.cpp
            logarithm_section.cpp ratio_sections.cpp sense_sections.cpp
            sense_study.cpp step_sections.cpp study.cpp vector_sections.cpp)
