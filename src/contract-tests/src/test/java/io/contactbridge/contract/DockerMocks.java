package io.contactbridge.contract;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import io.contactbridge.Crm;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** Runs Prism's Docker image, one container per mock, like {@code mock/compose.yaml}. */
final class DockerMocks {
  private static final int PORT = 4010;
  private static final String IMAGE =
      Objects.requireNonNullElse(System.getenv("PRISM_IMAGE"), "stoplight/prism:5");

  private DockerMocks() {}

  /** Returns whether there is an engine that publishes ports on this machine, as the mocks need. */
  static boolean engineAnswers() {
    DockerClientFactory docker = DockerClientFactory.instance();
    return docker.isDockerAvailable()
        && Set.of("localhost", "127.0.0.1").contains(docker.dockerHostIpAddress());
  }

  static Mocks start() {
    if (!engineAnswers()) {
      throw new IllegalStateException(
          "no Docker engine answers on this machine; start it, or use -Dprism=npm");
    }
    Map<Crm, GenericContainer<?>> containers = new EnumMap<>(Crm.class);
    for (Crm crm : Crm.values()) {
      containers.put(crm, container(OperationSpec.of(crm)));
    }
    try {
      Startables.deepStart(containers.values()).join();
    } catch (RuntimeException e) {
      stop(containers);
      throw new IllegalStateException(
          "the mocks did not start in Docker from " + IMAGE + "; -Dprism=npm does without Docker",
          e);
    }
    System.out.println("Mocks in Docker, " + IMAGE);
    return new Mocks(urls(containers), () -> stop(containers));
  }

  private static GenericContainer<?> container(OperationSpec spec) {
    String file = "/specs/" + spec.file().getFileName();
    return new GenericContainer<>(DockerImageName.parse(IMAGE))
        .withCopyFileToContainer(MountableFile.forHostPath(spec.file()), file)
        .withCommand("mock", "--host", "0.0.0.0", file)
        // The image sets production, for which Prism forks a second process to write its log.
        .withEnv("NODE_ENV", "mock")
        .withExposedPorts(PORT)
        .withCreateContainerCmdModifier(DockerMocks::keepToThisMachine)
        // Prism gives this answer for a path that is not in the specification.
        .waitingFor(Wait.forHttp("/").forStatusCode(404));
  }

  private static void keepToThisMachine(CreateContainerCmd create) {
    Objects.requireNonNull(create.getHostConfig())
        // As process 1, Node ignores SIGTERM.
        .withInit(true)
        .withPortBindings(new PortBinding(Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT)));
  }

  private static Map<Crm, HttpUrl> urls(Map<Crm, GenericContainer<?>> containers) {
    Map<Crm, HttpUrl> urls = new EnumMap<>(Crm.class);
    containers.forEach(
        (crm, container) ->
            urls.put(crm, HttpUrl.get("http://127.0.0.1:" + container.getMappedPort(PORT))));
    return urls;
  }

  private static void stop(Map<Crm, GenericContainer<?>> containers) {
    containers.values().forEach(GenericContainer::stop);
  }
}
