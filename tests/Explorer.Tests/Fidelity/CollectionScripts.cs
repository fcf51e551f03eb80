using System.Collections.Concurrent;
using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

/// <summary>Concurrent collections, real and modelled, by the same script.</summary>
public class CollectionScripts
{
    [Test]
    public void ConcurrentQueue_as_it_is() => Script.SameInAndOutside(static script =>
    {
        var queue = new ConcurrentQueue<int>([1, 2]);
        script.Tell("enqueue", () => queue.Enqueue(3));
        script.Tell("peek", () => (queue.TryPeek(out var first), first));
        script.Tell("dequeue", () => (queue.TryDequeue(out var first), first));
        script.Tell("all", () => string.Join(',', queue));
        script.Tell("each", () =>
        {
            var sum = 0;
            foreach (var item in queue) sum += item;
            return sum;
        });
        script.Tell("array", () => queue.ToArray().Length);
        script.Tell("count", () => queue.Count);
        script.Tell("clear", () => queue.Clear());
        script.Tell("empty", () => queue.IsEmpty);
        script.Tell("dequeue from nothing", () => (queue.TryDequeue(out var first), first));
        script.Tell("of null", () => new ConcurrentQueue<int>(null!));
        script.Tell("copy to null", () => queue.CopyTo(null!, 0));
    });

    [Test]
    public void ConcurrentStack_as_it_is() => Script.SameInAndOutside(static script =>
    {
        var stack = new ConcurrentStack<string>(["a", "b"]);
        script.Tell("push", () => stack.Push("c"));
        script.Tell("push range", () => stack.PushRange(["d", "e"]));
        script.Tell("peek", () => (stack.TryPeek(out var top), top));
        script.Tell("pop", () => (stack.TryPop(out var top), top));
        script.Tell("pop range", () => stack.TryPopRange(new string[2]));
        script.Tell("all", () => string.Join(',', stack));
        script.Tell("push null range", () => stack.PushRange(null!));
        script.Tell("clear", () => stack.Clear());
        script.Tell("pop from nothing", () => (stack.TryPop(out var top), top));
    });

    [Test]
    public void ConcurrentBag_as_it_is() => Script.SameInAndOutside(static script =>
    {
        var bag = new ConcurrentBag<int>([7]);
        foreach (var i in (int[])[1, 2, 3]) script.Tell("add", () => bag.Add(i));
        script.Tell("all", () => string.Join(',', bag));
        script.Tell("peek", () => (bag.TryPeek(out var item), item));
        for (var i = 0; i < 2; i++) script.Tell("take", () => (bag.TryTake(out var item), item));
        script.Tell("count", () => bag.Count);
        script.Tell("clear", () => bag.Clear());
        script.Tell("take from nothing", () => (bag.TryTake(out var item), item));
        script.Tell("of null", () => new ConcurrentBag<int>(null!));
    });

    [Test]
    public void ConcurrentDictionary_as_it_is() => Script.SameInAndOutside(static script =>
    {
        var ages = new ConcurrentDictionary<string, int>();
        script.Tell("add", () => ages.TryAdd("Ann", 1));
        script.Tell("add again", () => ages.TryAdd("Ann", 2));
        script.Tell("set", () => ages["Bob"] = 3);
        script.Tell("get", () => ages["Bob"]);
        script.Tell("get what isn't there", () => ages["Cid"]);
        script.Tell("get null", () => ages[null!]);
        script.Tell("look", () => (ages.TryGetValue("Ann", out var age), age));
        script.Tell("contains", () => ages.ContainsKey("Cid"));
        script.Tell("contains null", () => ages.ContainsKey(null!));
        script.Tell("update", () => ages.TryUpdate("Ann", 5, 1));
        script.Tell("update what has changed", () => ages.TryUpdate("Ann", 6, 1));
        script.Tell("get or add", () => ages.GetOrAdd("Cid", 7));
        script.Tell("get or make", () => ages.GetOrAdd("Dan", static name => name.Length));
        script.Tell("get or make with", () => ages.GetOrAdd("Eve", static (n, x) => n.Length + x, 10));
        script.Tell("get or make null", () => ages.GetOrAdd(null!, static name => 1));
        script.Tell("make by null", () => ages.GetOrAdd("Fay", (Func<string, int>)null!));
        script.Tell("make by a thrower", () => ages.GetOrAdd("Fay", static _ => throw new FormatException()));
        script.Tell("add or update", () => ages.AddOrUpdate("Ann", 1, static (_, old) => old + 1));
        script.Tell("add or update both", () =>
            ages.AddOrUpdate("Gus", static _ => 8, static (_, old) => old + 1));
        script.Tell("by null adder", () => ages.AddOrUpdate("Gus", null!, static (_, old) => old + 1));
        script.Tell("by null updater", () => ages.AddOrUpdate("Gus", 1, null!));
        script.Tell("remove", () => (ages.TryRemove("Bob", out var age), age));
        script.Tell("remove a pair", () => ages.TryRemove(new("Ann", 99)));
        script.Tell("remove null", () => ages.TryRemove(null!, out _));
        script.Tell("each", () =>
        {
            var sum = 0;
            foreach (var (_, age) in ages) sum += age;
            return sum;
        });
        script.Tell("keys", () => ages.Keys.Count);
        script.Tell("count", () => ages.Count);
        script.Tell("clear", () => ages.Clear());
        script.Tell("empty", () => ages.IsEmpty);
    });

    [Test]
    public void BlockingCollection_as_it_is() => Script.SameInAndOutside(static script =>
    {
        var queue = new BlockingCollection<int>(2);
        script.Tell("no room ever", () => new BlockingCollection<int>(0));
        script.Tell("of null", () => new BlockingCollection<int>(null!));
        script.Tell("capacity", () => queue.BoundedCapacity);
        script.Tell("add", () => queue.Add(1));
        script.Tell("try to add", () => queue.TryAdd(2));
        script.Tell("try to add too much", () => queue.TryAdd(3));
        script.Tell("count", () => queue.Count);
        script.Tell("take", () => queue.Take());
        script.Tell("try to take", () => (queue.TryTake(out var item), item));
        script.Tell("try to take from nothing", () => (queue.TryTake(out var item), item));
        script.Tell("add for later", () => queue.Add(4));
        script.Tell("complete", () => queue.CompleteAdding());
        script.Tell("is adding completed", () => queue.IsAddingCompleted);
        script.Tell("is completed", () => queue.IsCompleted);
        script.Tell("add too late", () => queue.Add(5));
        script.Tell("try too late", () => queue.TryAdd(5));
        script.Tell("consume", () =>
        {
            var sum = 0;
            foreach (var item in queue.GetConsumingEnumerable()) sum += item;
            return sum;
        });
        script.Tell("is completed now", () => queue.IsCompleted);
        script.Tell("take too late", () => queue.Take());
        script.Tell("try to take too late", () => queue.TryTake(out _));
        script.Tell("dispose", () => queue.Dispose());
        script.Tell("add to what is gone", () => queue.Add(1));
        script.Tell("take from what is gone", () => queue.Take());
        script.Tell("count of what is gone", () => queue.Count);
    });
}
