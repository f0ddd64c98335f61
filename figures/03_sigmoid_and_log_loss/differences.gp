height = 430
load style
set logscale xy
set xrange [1e-51:1]
set yrange [1e-36:1]
set xtics ("10^{-50}" 1e-50, "10^{-40}" 1e-40, "10^{-30}" 1e-30, "10^{-20}" 1e-20, "10^{-10}" 1e-10, "1" 1)
set ytics ("10^{-30}" 1e-30, "10^{-20}" 1e-20, "10^{-10}" 1e-10, "1" 1)
set xlabel "step h"
set ylabel "error of the slope" offset 0.6,0
set label "50 digits" at 1e-46,3e-3 tc rgb INK
set label "double" at 1e-14,1e-5 right tc rgb INK
set label "float" at 2e-8,0.06 right tc rgb INK
set label "one-sided" at 1e-14,1e-13 right tc lt 1
set label "central" at 1e-9,1e-24 tc lt 2
plot for [digits in "50-digits double float"] \
         'differences_'.digits.'.csv' using 'step':'forward' with lines lt 1, \
     for [digits in "50-digits double float"] \
         'differences_'.digits.'.csv' using 'step':'central' with lines lt 2
