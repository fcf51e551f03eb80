using System.Collections.Concurrent;
using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

/// <summary>Concurrent collections, real and modelled, by the same script.</summary>
public class CollectionScripts
{
    [Test]
    public void ConcurrentQueue_as_it_is() => Script.Compare(static script =>
    {
        var queue = new ConcurrentQueue<int>([1, 2]);
        script.Do("enqueue", () => queue.Enqueue(3));
        script.Do("peek", () => (queue.TryPeek(out var first), first));
        script.Do("dequeue", () => (queue.TryDequeue(out var first), first));
        script.Do("all", () => string.Join(',', queue));
        script.Do("each", () =>
        {
            var sum = 0;
            foreach (var item in queue) sum += item;
            return sum;
        });
        script.Do("array", () => queue.ToArray().Length);
        script.Do("count", () => queue.Count);
        script.Do("clear", () => queue.Clear());
        script.Do("empty", () => queue.IsEmpty);
        script.Do("dequeue from nothing", () => (queue.TryDequeue(out var first), first));
        script.Do("of null", () => new ConcurrentQueue<int>(null!));
        script.Do("copy to null", () => queue.CopyTo(null!, 0));
    });

    [Test]
    public void ConcurrentStack_as_it_is() => Script.Compare(static script =>
    {
        var stack = new ConcurrentStack<string>(["a", "b"]);
        script.Do("push", () => stack.Push("c"));
        script.Do("push range", () => stack.PushRange(["d", "e"]));
        script.Do("peek", () => (stack.TryPeek(out var top), top));
        script.Do("pop", () => (stack.TryPop(out var top), top));
        script.Do("pop range", () => stack.TryPopRange(new string[2]));
        script.Do("all", () => string.Join(',', stack));
        script.Do("push null range", () => stack.PushRange(null!));
        script.Do("clear", () => stack.Clear());
        script.Do("pop from nothing", () => (stack.TryPop(out var top), top));
    });

    [Test]
    public void ConcurrentBag_as_it_is() => Script.Compare(static script =>
    {
        var bag = new ConcurrentBag<int>([7]);
        foreach (var i in (int[])[1, 2, 3]) script.Do("add", () => bag.Add(i));
        script.Do("all", () => string.Join(',', bag));
        script.Do("peek", () => (bag.TryPeek(out var item), item));
        for (var i = 0; i < 2; i++) script.Do("take", () => (bag.TryTake(out var item), item));
        script.Do("count", () => bag.Count);
        script.Do("clear", () => bag.Clear());
        script.Do("take from nothing", () => (bag.TryTake(out var item), item));
        script.Do("of null", () => new ConcurrentBag<int>(null!));
    });

    [Test]
    public void ConcurrentDictionary_as_it_is() => Script.Compare(static script =>
    {
        var ages = new ConcurrentDictionary<string, int>();
        script.Do("add", () => ages.TryAdd("Ann", 1));
        script.Do("add again", () => ages.TryAdd("Ann", 2));
        script.Do("set", () => ages["Bob"] = 3);
        script.Do("get", () => ages["Bob"]);
        script.Do("get what isn't there", () => ages["Cid"]);
        script.Do("get null", () => ages[null!]);
        script.Do("look", () => (ages.TryGetValue("Ann", out var age), age));
        script.Do("contains", () => ages.ContainsKey("Cid"));
        script.Do("contains null", () => ages.ContainsKey(null!));
        script.Do("update", () => ages.TryUpdate("Ann", 5, 1));
        script.Do("update what has changed", () => ages.TryUpdate("Ann", 6, 1));
        script.Do("get or add", () => ages.GetOrAdd("Cid", 7));
        script.Do("get or make", () => ages.GetOrAdd("Dan", static name => name.Length));
        script.Do("get or make with", () => ages.GetOrAdd("Eve", static (n, x) => n.Length + x, 10));
        script.Do("get or make null", () => ages.GetOrAdd(null!, static name => 1));
        script.Do("make by null", () => ages.GetOrAdd("Fay", (Func<string, int>)null!));
        script.Do("make by a thrower", () => ages.GetOrAdd("Fay", static _ => throw new FormatException()));
        script.Do("add or update", () => ages.AddOrUpdate("Ann", 1, static (_, old) => old + 1));
        script.Do("add or update both", () =>
            ages.AddOrUpdate("Gus", static _ => 8, static (_, old) => old + 1));
        script.Do("by null adder", () => ages.AddOrUpdate("Gus", null!, static (_, old) => old + 1));
        script.Do("by null updater", () => ages.AddOrUpdate("Gus", 1, null!));
        script.Do("remove", () => (ages.TryRemove("Bob", out var age), age));
        script.Do("remove a pair", () => ages.TryRemove(new("Ann", 99)));
        script.Do("remove null", () => ages.TryRemove(null!, out _));
        script.Do("each", () =>
        {
            var sum = 0;
            foreach (var (_, age) in ages) sum += age;
            return sum;
        });
        script.Do("keys", () => ages.Keys.Count);
        script.Do("count", () => ages.Count);
        script.Do("clear", () => ages.Clear());
        script.Do("empty", () => ages.IsEmpty);
    });

    [Test]
    public void BlockingCollection_as_it_is() => Script.Compare(static script =>
    {
        var queue = new BlockingCollection<int>(2);
        script.Do("no room ever", () => new BlockingCollection<int>(0));
        script.Do("of null", () => new BlockingCollection<int>(null!));
        script.Do("capacity", () => queue.BoundedCapacity);
        script.Do("add", () => queue.Add(1));
        script.Do("try to add", () => queue.TryAdd(2));
        script.Do("try to add too much", () => queue.TryAdd(3));
        script.Do("count", () => queue.Count);
        script.Do("take", () => queue.Take());
        script.Do("try to take", () => (queue.TryTake(out var item), item));
        script.Do("try to take from nothing", () => (queue.TryTake(out var item), item));
        script.Do("add for later", () => queue.Add(4));
        script.Do("complete", () => queue.CompleteAdding());
        script.Do("is adding completed", () => queue.IsAddingCompleted);
        script.Do("is completed", () => queue.IsCompleted);
        script.Do("add too late", () => queue.Add(5));
        script.Do("try too late", () => queue.TryAdd(5));
        script.Do("consume", () =>
        {
            var sum = 0;
            foreach (var item in queue.GetConsumingEnumerable()) sum += item;
            return sum;
        });
        script.Do("is completed now", () => queue.IsCompleted);
        script.Do("take too late", () => queue.Take());
        script.Do("try to take too late", () => queue.TryTake(out _));
        script.Do("dispose", () => queue.Dispose());
        script.Do("add to what is gone", () => queue.Add(1));
        script.Do("take from what is gone", () => queue.Take());
        script.Do("count of what is gone", () => queue.Count);
    });
}
