// hostile: an exception in Equals, inside a library's dictionary -> InvalidOperationException escaped from main at Kata.cs:15
public static class Kata
{
    public static void Run()
    {
        var known = new Dictionary<Key, int> { [new()] = 1 };
        Console.WriteLine(known[new()]);
    }

    sealed class Key
    {
        public override int GetHashCode() => 1;

        public override bool Equals(object? other) =>
            throw new InvalidOperationException("not comparable");
    }
}
