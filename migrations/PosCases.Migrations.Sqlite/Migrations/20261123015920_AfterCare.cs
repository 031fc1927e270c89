using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AfterCare : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CareInspections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionnaireVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answers = table.Column<string>(type: "TEXT", nullable: false),
                    DoneByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Score = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareInspections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CareInspections_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareInspections_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarePlans",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SavedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HandedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NextLookBackOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NextLookBackDays = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarePlans", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_CarePlans_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarePlans_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareSilences",
                columns: table => new
                {
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareSilences", x => x.MerchantId);
                    table.ForeignKey(
                        name: "FK_CareSilences_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareTasks",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    InspectionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Occurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Person = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NextReminderOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LookState = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LookedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    Said = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PaperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OfferedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    OfferedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    JudgedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    JudgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareTasks", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_CareTasks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareTasks_MerchantPapers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "MerchantPapers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareTasks_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareTodos",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareTodos", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "LookBacks",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AnswerWords = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FollowedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DoneByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookBacks", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_LookBacks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LookBacks_Cases_FollowedBy",
                        column: x => x.FollowedBy,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LookBacks_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CareInspections_CaseId",
                table: "CareInspections",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CareInspections_MerchantId_StartedAt",
                table: "CareInspections",
                columns: new[] { "MerchantId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CarePlans_MerchantId_ClosedOn",
                table: "CarePlans",
                columns: new[] { "MerchantId", "ClosedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CarePlans_NextLookBackOn",
                table: "CarePlans",
                column: "NextLookBackOn");

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_CaseId",
                table: "CareTasks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_Id",
                table: "CareTasks",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_LookState_DueOn_Seq",
                table: "CareTasks",
                columns: new[] { "LookState", "DueOn", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_MerchantId_State_DueOn",
                table: "CareTasks",
                columns: new[] { "MerchantId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_NextReminderOn",
                table: "CareTasks",
                column: "NextReminderOn");

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_OwnerId_State_DueOn_Seq",
                table: "CareTasks",
                columns: new[] { "OwnerId", "State", "DueOn", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_PaperId",
                table: "CareTasks",
                column: "PaperId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_State_DueOn_Seq",
                table: "CareTasks",
                columns: new[] { "State", "DueOn", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTodos_CaseId",
                table: "CareTodos",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_Answer_AnsweredAt",
                table: "LookBacks",
                columns: new[] { "Answer", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_CaseId_ClosedOn_Days",
                table: "LookBacks",
                columns: new[] { "CaseId", "ClosedOn", "Days" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_FollowedBy",
                table: "LookBacks",
                column: "FollowedBy");

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_Id",
                table: "LookBacks",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_MerchantId_State",
                table: "LookBacks",
                columns: new[] { "MerchantId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_OwnerId_State_DueOn_Seq",
                table: "LookBacks",
                columns: new[] { "OwnerId", "State", "DueOn", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_State_DueOn_Seq",
                table: "LookBacks",
                columns: new[] { "State", "DueOn", "Seq" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CareInspections");

            migrationBuilder.DropTable(
                name: "CarePlans");

            migrationBuilder.DropTable(
                name: "CareSilences");

            migrationBuilder.DropTable(
                name: "CareTasks");

            migrationBuilder.DropTable(
                name: "CareTodos");

            migrationBuilder.DropTable(
                name: "LookBacks");
        }
    }
}
