// hostile: an Equals that compares itself -> end
public static class Kata
{
    public static void Run()
    {
        var node = new Node();
        Console.WriteLine(node.Equals(new Node()));
    }

    sealed class Node
    {
        public override bool Equals(object? other) => Equals(other);

        public override int GetHashCode() => 0;
    }
}
