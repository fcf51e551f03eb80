// hostile: an object behind an interface that calls itself for ever -> The calls of Node.Depth at Kata.cs:17 had not ended after 10,000 calls one inside the other
public static class Kata
{
    public static void Run()
    {
        INode node = new Node();
        Console.WriteLine(node.Depth(0));
    }

    interface INode
    {
        int Depth(int above);
    }

    sealed class Node : INode
    {
        public int Depth(int above) => ((INode)this).Depth(above + 1) + 1;
    }
}
