height = 260
load style
set logscale y
set xrange [0:50]
set yrange [1e-4:1.5]
set xtics 10
set ytics ("0.0001" 1e-4, "0.001" 1e-3, "0.01" 1e-2, "0.1" 0.1, "1" 1)
set xlabel "steps that both had in common"
set ylabel "distance of the states"
set label "0.9 a step" at 30,0.07 tc rgb SOFT
plot 0.9**x with lines ls 9, 'fading.csv' using 'common':'apart' with lines lt 1
