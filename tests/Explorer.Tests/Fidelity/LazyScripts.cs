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
        [Values] LazyThreadSafetyMode mode) => Script.Compare(script =>
    {
        var runs = 0;
        var lazy = new Lazy<int>(() => ++runs, mode);
        script.Do("created", () => lazy.IsValueCreated);
        script.Do("value", () => lazy.Value);
        script.Do("value again", () => lazy.Value);
        script.Do("created now", () => lazy.IsValueCreated);

        var failures = 0;
        var failing = new Lazy<int>(() => failures++ == 0 ? throw new FormatException() : failures, mode);
        script.Do("failing", () => failing.Value);
        script.Do("failing again", () => failing.Value);
        script.Do("failed", () => failing.IsValueCreated);

        script.Do("by constructor", () => new Lazy<Made>(mode).Value);
        script.Do("without a constructor", () => new Lazy<NeedsMore>(mode).Value);
        script.Do("by no factory", () => new Lazy<int>((Func<int>)null!, mode));
    });

    [Test]
    public void Lazy_that_asks_itself(
        [Values(LazyThreadSafetyMode.None, LazyThreadSafetyMode.ExecutionAndPublication)]
        LazyThreadSafetyMode mode) => Script.Compare(script =>
    {
        Lazy<int> lazy = null!;
        lazy = new(() => lazy.Value + 1, mode);
        script.Do("value", () => lazy.Value);
        script.Do("value again", () => lazy.Value);
        script.Do("created", () => lazy.IsValueCreated);
        script.Do("ready", () => new Lazy<int>(5).Value);
        script.Do("ready at once", () => new Lazy<int>(5).IsValueCreated);
        script.Do("by flag", () => new Lazy<int>(() => 6, false).Value);
        script.Do("of no such mode", () => new Lazy<int>((LazyThreadSafetyMode)9));
    });

    [Test]
    public void LazyInitializer_as_it_is() => Script.Compare(static script =>
    {
        Made? made = null, other = null, third = null;
        script.Do("by constructor", () => LazyInitializer.EnsureInitialized(ref made));
        script.Do("again", () => ReferenceEquals(LazyInitializer.EnsureInitialized(ref made), made));
        script.Do("by factory", () => LazyInitializer.EnsureInitialized(ref other, static () => new()));
        script.Do("by null", () => LazyInitializer.EnsureInitialized(ref third, static () => null!));
        object? gate = null;
        script.Do("under a lock", () => LazyInitializer.EnsureInitialized(ref third, ref gate, static () => new()));
        script.Do("the lock", () => gate is not null);
        var (number, isMade, runs) = (0, false, 0);
        script.Do("a number", () =>
            LazyInitializer.EnsureInitialized(ref number, ref isMade, ref gate, () => ++runs));
        script.Do("the number again", () =>
            LazyInitializer.EnsureInitialized(ref number, ref isMade, ref gate, () => ++runs));
        NeedsMore? poor = null;
        script.Do("without a constructor", () => LazyInitializer.EnsureInitialized(ref poor));
    });

    [Test]
    public void ThreadLocal_as_it_is() => Script.Compare(static script =>
    {
        var runs = 0;
        var local = new ThreadLocal<int>(() => ++runs, true);
        script.Do("created", () => local.IsValueCreated);
        script.Do("value", () => local.Value);
        script.Do("value again", () => local.Value);
        script.Do("set", () => local.Value = 7);
        script.Do("values", () => string.Join(',', local.Values));
        script.Do("default", () => new ThreadLocal<string>().Value);
        script.Do("not tracked", () => new ThreadLocal<int>().Values);
        script.Do("by null", () => new ThreadLocal<int>(null!));
        ThreadLocal<int> self = null!;
        self = new(() => runs > 10 ? 0 : (runs = 20) + self.Value);
        script.Do("asks itself", () => self.Value);
        script.Do("dispose", () => local.Dispose());
        script.Do("value of what is gone", () => local.Value);
        script.Do("created of what is gone", () => local.IsValueCreated);
        script.Do("values of what is gone", () => local.Values);
    });
}
