height = 270
load style
set multiplot layout 1,2 margins 0.13,0.98,0.22,0.88 spacing 0.12
set logscale x
set format x COUNT
set xlabel "parameters"
set xrange [1500:90000]
set xtics (2000, 10000, 50000)
set ylabel "nats a token"
set label 1 "size of the model" at graph 0.5,1.08 center
plot 'scaling_parameters.csv' using 'parameters':'fit' with lines ls 9, \
     '' using 'parameters':'loss':'low':'high' with yerrorbars lt 1 ps 0.6
unset ylabel
set xlabel "tokens to learn from"
set xrange [700:45000]
set xtics (1000, 5000, 20000)
set label 1 "length of the text" at graph 0.5,1.08 center
plot 'scaling_text.csv' using 'text':'fit' with lines ls 9, \
     '' using 'text':'loss':'low':'high' with yerrorbars lt 2 ps 0.6
unset multiplot
