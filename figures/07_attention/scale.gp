height = 400
load style
set multiplot layout 2,1 margins 0.16,0.955,0.14,0.97 spacing 0.09
set logscale x
set xrange [4:1024]
set xtics (4, 16, 64, 256, 1024)
set format x ""
set yrange [0:3.4]
set ytics 1
set ylabel "entropy, nats"
set label 1 "divided by the root of d" at 900,2.05 right tc lt 1
set label 2 "not divided" at 20,1.25 tc lt 2
set label 3 "all 16 keys alike" at 900,3.13 right tc rgb SOFT
plot log(16) with lines ls 9, \
     'scale.csv' using 'd':'entropy_divided' with linespoints lt 1 ps 0.7, \
     '' using 'd':'entropy' with linespoints lt 2 ps 0.7
unset label 1
unset label 2
unset label 3
set format x PLAIN
set logscale y
set yrange [1e-5:3]
set ytics ("10^{-5}" 1e-5, "0.001" 1e-3, "0.1" 0.1)
set xlabel "d, the numbers of a key"
set ylabel "slopes of softmax"
set label 4 "median" at 280,1e-3 right tc lt 2
set label 5 "mean" at 900,0.025 right tc lt 2
plot 'scale.csv' using 'd':'moves_divided' with linespoints lt 1 ps 0.7, \
     '' using 'd':'mean_moves' with lines lt 2 dt 2, \
     '' using 'd':'moves' with linespoints lt 2 ps 0.7
unset multiplot
