height = 400
load style
set multiplot layout 2,1 margins 0.16,0.97,0.14,0.97 spacing 0.09
set xrange [0:300]
set xtics 100
set format x ""
set logscale y
set yrange [0.005:200]
set ytics ("0.01" 0.01, "0.1" 0.1, "1" 1, "10" 10, "100" 100)
set ylabel "gradient, length"
set label 1 "as it comes" at 295,30 right tc lt 2
set label 2 "clipped at 1" at 120,0.25 tc lt 1
plot 'exploding.csv' using 'update':'free' with lines lt 2 lw 1, \
     '' using 'update':'clipped' with lines lt 1 lw 1
unset label 1
unset label 2
unset logscale y
set format x PLAIN
set yrange [0:3]
set ytics 1
set xlabel "update"
set ylabel "loss, nats"
set label 3 "chance" at 295,2.65 right tc rgb SOFT
plot log(8) with lines ls 9, \
     'exploding.csv' using 'update':'free_loss' with lines lt 2 lw 1, \
     '' using 'update':'clipped_loss' with lines lt 1 lw 1
unset multiplot
