using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ErasedTransactions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ErasedAt",
                table: "TransactionImports",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "TransactionImports");
        }
    }
}
