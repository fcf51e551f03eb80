using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

/// <summary>What makes values late, or a value for each thread.</summary>
public class LazyScripts
{
    private sealed class Made
    {
        public override string ToString() => "made";
    }

    private sealed class NeedsMore(int more)
    {
        public int More => more;
    }

    [Test]
    public void Lazy_as_it_is(
        [Values] LazyThreadSafetyMode mode) => Script.SameInAndOutside(script =>
    {
        var runs = 0;
        var lazy = new Lazy<int>(() => ++runs, mode);
        script.Tell("created", () => lazy.IsValueCreated);
        script.Tell("value", () => lazy.Value);
        script.Tell("value again", () => lazy.Value);
        script.Tell("created now", () => lazy.IsValueCreated);

        var failures = 0;
        var failing = new Lazy<int>(() => failures++ == 0 ? throw new FormatException() : failures, mode);
        script.Tell("failing", () => failing.Value);
        script.Tell("failing again", () => failing.Value);
        script.Tell("failed", () => failing.IsValueCreated);

        script.Tell("by constructor", () => new Lazy<Made>(mode).Value);
        script.Tell("without a constructor", () => new Lazy<NeedsMore>(mode).Value);
        script.Tell("by no factory", () => new Lazy<int>((Func<int>)null!, mode));
    });

    [Test]
    public void Lazy_that_asks_itself(
        [Values(LazyThreadSafetyMode.None, LazyThreadSafetyMode.ExecutionAndPublication)]
        LazyThreadSafetyMode mode) => Script.SameInAndOutside(script =>
    {
        Lazy<int> lazy = null!;
        lazy = new(() => lazy.Value + 1, mode);
        script.Tell("value", () => lazy.Value);
        script.Tell("value again", () => lazy.Value);
        script.Tell("created", () => lazy.IsValueCreated);
        script.Tell("ready", () => new Lazy<int>(5).Value);
        script.Tell("ready at once", () => new Lazy<int>(5).IsValueCreated);
        script.Tell("by flag", () => new Lazy<int>(() => 6, false).Value);
        script.Tell("of no such mode", () => new Lazy<int>((LazyThreadSafetyMode)9));
    });

    [Test]
    public void LazyInitializer_as_it_is() => Script.SameInAndOutside(static script =>
    {
        Made? made = null, other = null, third = null;
        script.Tell("by constructor", () => LazyInitializer.EnsureInitialized(ref made));
        script.Tell("again", () => ReferenceEquals(LazyInitializer.EnsureInitialized(ref made), made));
        script.Tell("by factory", () => LazyInitializer.EnsureInitialized(ref other, static () => new()));
        script.Tell("by null", () => LazyInitializer.EnsureInitialized(ref third, static () => null!));
        object? gate = null;
        script.Tell("under a lock", () =>
            LazyInitializer.EnsureInitialized(ref third, ref gate, static () => new()));
        script.Tell("the lock", () => gate is not null);
        var (number, isMade, runs) = (0, false, 0);
        script.Tell("a number", () =>
            LazyInitializer.EnsureInitialized(ref number, ref isMade, ref gate, () => ++runs));
        script.Tell("the number again", () =>
            LazyInitializer.EnsureInitialized(ref number, ref isMade, ref gate, () => ++runs));
        NeedsMore? poor = null;
        script.Tell("without a constructor", () => LazyInitializer.EnsureInitialized(ref poor));
    });

    [Test]
    public void ThreadLocal_as_it_is() => Script.SameInAndOutside(static script =>
    {
        var runs = 0;
        var local = new ThreadLocal<int>(() => ++runs, true);
        script.Tell("created", () => local.IsValueCreated);
        script.Tell("value", () => local.Value);
        script.Tell("value again", () => local.Value);
        script.Tell("set", () => local.Value = 7);
        script.Tell("values", () => string.Join(',', local.Values));
        script.Tell("default", () => new ThreadLocal<string>().Value);
        script.Tell("not tracked", () => new ThreadLocal<int>().Values);
        script.Tell("by null", () => new ThreadLocal<int>(null!));
        ThreadLocal<int> self = null!;
        self = new(() => runs > 10 ? 0 : (runs = 20) + self.Value);
        script.Tell("asks itself", () => self.Value);
        script.Tell("dispose", () => local.Dispose());
        script.Tell("value of what is gone", () => local.Value);
        script.Tell("created of what is gone", () => local.IsValueCreated);
        script.Tell("values of what is gone", () => local.Values);
    });
}
