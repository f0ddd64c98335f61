# AdamW takes roots of whole arrays: vector instructions set no errno.
set_source_files_properties(09_transformer/adamw.cpp PROPERTIES
    COMPILE_OPTIONS -fno-math-errno SKIP_PRECOMPILE_HEADERS TRUE)
nn_add_chapter(09_transformer
    SOURCES
        adamw.cpp
        byte_pair_training.cpp
        byte_pairs.cpp
        byte_spelling.cpp
        feed_forward.cpp
        layer_norm.cpp
        token_codec.cpp
        token_loss.cpp
        token_sampling.cpp
        token_windows.cpp
        transformer.cpp
        transformer_block.cpp
        transformer_reading.cpp
        transformer_trainer.cpp
    PROGRAM
        block_section.cpp
        byte_pair_files.cpp
        character_peers.cpp
        check_section.cpp
        main.cpp
        normalise_section.cpp
        samples_section.cpp
        tokens_section.cpp
        training_section.cpp
        transformer_checkpoint.cpp
        transformer_options.cpp
        transformer_study.cpp
        transformer_text.cpp)
target_link_libraries(ch09_transformer PRIVATE nlohmann_json::nlohmann_json)
