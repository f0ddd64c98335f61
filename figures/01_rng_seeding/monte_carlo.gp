load style
set logscale xy
set format x COUNT
set format y PLAIN
set xrange [40:4e5]
set yrange [0.002:0.4]
set ytics (0.003, 0.01, 0.03, 0.1, 0.3)
set xlabel "darts n"
set ylabel "error of the estimate of π"
set label "measured" at 3e3,0.045 tc lt 1
set label "expected: a fall of 1/√n" at 60,0.013 tc rgb SOFT
plot 'monte_carlo.csv' using 'darts':'expected' with lines ls 9, \
     '' using 'darts':'error' with points lt 1 ps 0.6
