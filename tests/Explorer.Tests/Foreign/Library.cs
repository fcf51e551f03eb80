namespace Interleavings.Tests.Foreign;

/// <summary>The source of a library that is not woven.</summary>
static class Library
{
    public const string Name = "Ledgers";

    public const string Source = """
        using System; using System.Collections; using System.Collections.Generic; using System.IO;
        using System.Runtime.CompilerServices; using System.Threading; using System.Threading.Tasks;
        namespace Ledgers;
        public enum Kind { Plain, Sealed }
        public delegate void Entered(int amount);
        public interface ILedger
        {
            int Total { get; set; }
            void Add(int amount) => Total += amount;
        }
        public class Ledger : ILedger, IDisposable
        {
            public int Balance;
            public int Total { get; set; }
            public event Action? Closed;
            public void Enter(int amount) => Balance += amount;
            public virtual void Dispose() => Closed?.Invoke();
            public static int Count;
            public static int NextNumber() => ++Count;
        }
        public abstract class Teller
        {
            protected Teller() { }
            public abstract void Serve();
            public void Twice() { Serve(); Serve(); }
        }
        public struct Coin
        {
            public int Value;
            public Coin(int value) => Value = value;
            public void Double() => Value *= 2;
            public override string ToString() => $"{Value}";
        }
        public readonly struct Rest : IDisposable { void IDisposable.Dispose() => Ledger.Count++; }
        public class Numbers : IEnumerable<int>, IComparer<int>
        {
            int asked;
            public IEnumerator<int> GetEnumerator() { asked++; yield return asked; }
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
            public int Compare(int x, int y) => x.CompareTo(y) * ++asked;
        }
        public class Tape : MemoryStream
        {
            public int Writes;
            public override void Write(byte[] buffer, int offset, int count)
            {
                Writes++;
                base.Write(buffer, offset, count);
            }
        }
        public static class Books
        {
            public static void Add(int[] entries) => entries[0]++;
            public static void Post(this Ledger ledger, int amount) => ledger.Total += amount;
            public static void Run(Action action) => action();
            public static Task Later(Action action) => Task.Run(action);
            public static void Wait(Task task) => task.Wait();
            public static T Make<T>() where T : new() => new();
        }
        public sealed class Slip(Task task)
        {
            public TaskAwaiter GetAwaiter() => task.GetAwaiter();
        }
        public sealed class Slip<T>(Task<T> task)
        {
            public TaskAwaiter<T> GetAwaiter() => task.GetAwaiter();
            public ConfiguredTaskAwaitable<T> Quietly() => task.ConfigureAwait(false);
        }
        public sealed class Note(int value)
        {
            public ValueTaskAwaiter<int> GetAwaiter() => new ValueTask<int>(value).GetAwaiter();
            public ConfiguredValueTaskAwaitable<int> Quietly() =>
                new ValueTask<int>(value).ConfigureAwait(false);
        }
        """;
}
