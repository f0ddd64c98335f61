height = 255
load style
set logscale xy 2
set xrange [64:2048]
set format x '%g'
set xtics (64, 256, 1024)
set xlabel "tokens"
set multiplot layout 1,2 margins @PANELS spacing 0.12
set logscale y 10
set yrange [0.01:30]
set ytics ("0.01" 0.01, "0.1" 0.1, "1" 1, "10" 10)
set label 1 "memory, MiB" at graph 0.5,1.08 center
set label 2 "table" at 700,8 right tc lt 2
set label 3 "tiles" at 900,0.06 tc lt 1
plot 'tiles.csv' using 'tokens':'table_mib' with linespoints lt 2 ps 0.6, \
     '' using 'tokens':'tiles_mib' with linespoints lt 1 ps 0.6
set yrange [0.01:300]
set ytics ("0.01" 0.01, "0.1" 0.1, "1" 1, "10" 10, "100" 100)
set label 1 "CPU time, ms" at graph 0.5,1.08 center
set label 2 "table" at 500,30 right tc lt 2
set label 3 "tiles" at 700,0.5 tc lt 1
plot 'tiles.csv' using 'tokens':'table_ms' with linespoints lt 2 ps 0.6, \
     '' using 'tokens':'tiles_ms' with linespoints lt 1 ps 0.6
