package vn.nghisu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fills an empty data folder with the demo, without serving it. */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "Tạo phiên họp mẫu trong thư mục dữ liệu còn trống. / Make the demo in an empty data folder.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private Nghisu.DataFolder data;

    @Override
    public Integer call() throws Exception {
        try (Installation installation = new Installation(data.path)) {
            Installation.DemoInMaking demo = installation.makeDemo(System.out::println)
                    .orElseThrow(() -> new Nghisu.Said("Thư mục dữ liệu đã có người dùng; phiên họp mẫu chỉ tạo trong thư mục trống.\n"
                            + "The data folder is in use; the demo is made only in an empty one."));
            try (Installation.Running running = installation.start()) {
                demo.finish(running.rooms());
            }
        }
        return 0;
    }
}
