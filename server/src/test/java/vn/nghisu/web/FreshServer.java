package vn.nghisu.web;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a server of its own: started before it in the test's {@link TempDir}, put into its field, stopped after it. */
public final class FreshServer implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Object test = context.getRequiredTestInstance();
        Path folder = (Path) field(test, Path.class, true).get(test);
        field(test, MeetingServer.class, false).set(test, new MeetingServer(folder));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Object test = context.getRequiredTestInstance();
        MeetingServer server = (MeetingServer) field(test, MeetingServer.class, false).get(test);
        if (server != null) {
            server.close();
        }
    }

    private static Field field(Object test, Class<?> type, boolean temporary) {
        Field found = Arrays.stream(test.getClass().getDeclaredFields())
                .filter(field -> field.getType() == type && !Modifier.isStatic(field.getModifiers()) && field.isAnnotationPresent(TempDir.class) == temporary)
                .findFirst().orElseThrow(() -> new IllegalStateException(test.getClass().getSimpleName() + " has no field for its " + type.getSimpleName()));
        found.setAccessible(true);
        return found;
    }
}
