# AdamW takes roots of whole arrays: vector instructions set no errno.
set_source_files_properties(09_transformer/adamw.cpp PROPERTIES
    COMPILE_OPTIONS -fno-math-errno SKIP_PRECOMPILE_HEADERS TRUE)
nn_add_chapter(09_transformer
    SOURCES
        ablation.cpp
        adamw.cpp
        byte_pair_training.cpp
        byte_pairs.cpp
        byte_spelling.cpp
        cross_attention.cpp
        decoder_block.cpp
        feed_forward.cpp
        head_looks.cpp
        layer_norm.cpp
        repeated_tokens.cpp
        scaling_law.cpp
        scaling_trial.cpp
        small_training.cpp
        stream_growth.cpp
        token_codec.cpp
        token_loss.cpp
        transformer.cpp
        transformer_block.cpp
        translation_training.cpp
        translator.cpp
        word_senses.cpp
    PROGRAM
        ablation_section.cpp
        byte_pair_files.cpp
        head_section.cpp
        induction_section.cpp
        main.cpp
        scaling_section.cpp
        sense_section.cpp
        stream_section.cpp
        translation_section.cpp)
target_link_libraries(ch09_transformer PRIVATE nlohmann_json::nlohmann_json)
