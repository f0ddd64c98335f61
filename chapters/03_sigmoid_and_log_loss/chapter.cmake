nn_add_chapter(03_sigmoid_and_log_loss
    SOURCES calibration.cpp logistic_regression.cpp mini_network.cpp
            paired_gain.cpp training.cpp
    PROGRAM main.cpp best_models.cpp gradient_section.cpp learning_sections.cpp
            network_section.cpp number_sections.cpp slope_sections.cpp
            verse_sections.cpp xor_sections.cpp)
